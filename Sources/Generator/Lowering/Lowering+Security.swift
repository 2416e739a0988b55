import APIGenSourceText

/// Lowers security schemes and requirements.
struct SecurityLowering: LoweringPass {
    let lowering: Lowering

    /// Alternative requirements, each a list of schemes that are required together; unknown schemes are reported.
    func lowerSecurity(_ requirements: [OpenAPI.SecurityRequirement]) -> [[String]] {
        let known = builder.document.securitySchemes.map(\.name)
        let names = known.exact
        return requirements.map { requirement in
            requirement.schemes.compactMap { scheme in
                if !names.contains(scheme.value.exact) {
                    report(.unknownScheme(scheme, among: known))
                }
                return fulfilled.contains(scheme.value.exact) ? scheme.value : nil
            }
        }
    }

    /// The scopes of each alternative.
    func scopes(in requirements: [OpenAPI.SecurityRequirement]) -> [[API.Scopes]] {
        let alternatives = requirements.map { requirement in
            zip(requirement.schemes, requirement.scopes).filter { !$0.1.isEmpty }.map {
                API.Scopes(scheme: $0.0.value, names: $0.1)
            }
        }
        return alternatives.filter { !$0.isEmpty }.withoutDuplicates
    }

    /// The schemes that credentials can satisfy: all but mutual TLS, which is up to the transport.
    private var fulfilled: Set<ExactText> {
        let schemes = builder.document.securitySchemes.filter { scheme in
            if case .mutualTLS = scheme.kind { false } else { true }
        }
        return schemes.map(\.name).exact
    }

    /// The default security requirements of operations.
    ///
    /// Many documents declare security schemes but no requirements. Then any scheme, or none, is sufficient.
    func lowerSecurity() -> [[String]] {
        note(builder.document.node, by: "security")
        guard forgetsSecurity else { return lowerSecurity(builder.document.security ?? []) }
        let schemes = builder.document.securitySchemes.filter { fulfilled.contains($0.name.exact) }
        for scheme in schemes { report(.unusedScheme(scheme)) }
        return schemes.map { [$0.name] } + [[]]
    }

    /// Whether there are schemes, but no requirements at all.
    private var forgetsSecurity: Bool {
        let operations = builder.document.paths.flatMap(\.operations)
        return !builder.document.securitySchemes.isEmpty && builder.document.security == nil
            && !operations.isEmpty
            && operations.allSatisfy { $0.security == nil }
    }

    /// The credentials for schemes that are required somewhere; others are omitted, like unused schemas.
    func lowerCredentials() -> [API.Credential] {
        var alternatives = (builder.document.security ?? []).map(\.schemes)
        for operation in builder.document.paths.flatMap(\.operations) {
            alternatives += (operation.security ?? []).map(\.schemes)
        }
        let areAllOptional = forgetsSecurity
        return builder.document.securitySchemes.compactMap { scheme in
            let uses = alternatives.filter { $0.contains { $0.value.isExactly(scheme.name) } }
            note(scheme.node, as: .unreached)
            guard areAllOptional || !uses.isEmpty else { return nil }
            let isRequired = !areAllOptional && uses.count == alternatives.count
            let credential = lower(scheme, isRequired: isRequired)
            if credential == nil, !uses.isEmpty { report(.clientCertificate(scheme)) }
            if credential != nil {
                note(scheme.node, by: "type", "in", "name", "scheme", "x-unix-time", "x-swift-name")
            } else if !uses.isEmpty {
                note(scheme.node, as: .reported)
            }
            return credential
        }
    }

    private func lower(
        _ scheme: OpenAPI.SecurityScheme,
        isRequired: Bool,
    ) -> API.Credential? {
        func secret(_ word: String) -> API.Secret {
            API.Secret(
                name: name(.secret, API.NameWords(word), in: .secrets, for: word, at: scheme.range),
                description: scheme.description, format: scheme.tokenFormat, discovery: scheme.discovery,
                isRequired: isRequired)
        }
        let word = scheme.swiftName?.text ?? scheme.name
        switch scheme.kind {
        case .apiKey(let location, let name, let source):
            let kind = apiKey(from: source, in: location.lowered, named: name) { secret($0 ?? word) }
            return API.Credential(scheme: scheme.name, kind: kind)
        case .http("bearer"):
            return API.Credential(scheme: scheme.name, kind: .bearer(secret(word)))
        case .http("basic"):
            let user = secret("username")
            return API.Credential(
                scheme: scheme.name, kind: .basic(user: user, password: secret("password")))
        case .oauth2(let endpoints):
            let endpoints = lower(endpoints, of: scheme)
            return API.Credential(scheme: scheme.name, kind: .oauth(secret(word), endpoints))
        case .openIDConnect(let url):
            let endpoints = lower(OpenAPI.OAuthEndpoints(discovery: url), of: scheme)
            return API.Credential(scheme: scheme.name, kind: .oauth(secret(word), endpoints))
        case .http(let name):
            // The caller passes the complete header value.
            report(.plainScheme(scheme, named: name))
            let kind = API.Credential.Kind.apiKey(
                secret(word), location: .header, name: "Authorization")
            return API.Credential(scheme: scheme.name, kind: kind)
        case .mutualTLS: return nil
        }
    }

    private func lower(
        _ endpoints: OpenAPI.OAuthEndpoints, of scheme: OpenAPI.SecurityScheme,
    ) -> API.OAuthEndpoints {
        reportUnusable(endpoints, of: scheme)
        return API.OAuthEndpoints(
            authorization: endpoints.authorization, token: endpoints.token, refresh: endpoints.refresh,
            deviceAuthorization: endpoints.deviceAuthorization, discovery: endpoints.discovery)
    }

    private func reportUnusable(_ endpoints: OpenAPI.OAuthEndpoints, of scheme: OpenAPI.SecurityScheme) {
        let urls = [
            ("authorization URL", endpoints.authorization), ("token URL", endpoints.token),
            ("refresh URL", endpoints.refresh),
            ("device authorization URL", endpoints.deviceAuthorization),
            ("discovery URL", endpoints.discovery),
        ]
        for (label, url) in urls {
            guard let problem = url.flatMap(URLProblem.first(ofEndpoint:)) else { continue }
            report(.unusableEndpoint(of: scheme, label: label, problem: problem))
        }
    }

    private func apiKey(
        from source: OpenAPI.SecurityScheme.KeySource,
        in location: API.ParameterLocation,
        named name: String,
        secret: (String?) -> API.Secret,
    ) -> API.Credential.Kind {
        switch source {
        case .caller: return .apiKey(secret(nil), location: location, name: name)
        case .unixTime: return .unixTime(location: location, name: name)
        case .signature(let signature):
            let message = signature.message.map { (member: $0.member, part: $0.part.rawValue) }
            return .signature(secret(signature.key.value), message: message, location: location, name: name)
        }
    }
}
