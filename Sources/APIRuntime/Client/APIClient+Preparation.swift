extension APIClient {
    /// Resolves a request to its final URL, headers and body, without credentials.
    ///
    /// - Throws: ``APIError/invalidRequest(_:)`` with all violations.
    func prepare(_ request: Request) throws(APIError) -> OutgoingRequest {
        var violations = request.violations.all(options.validation) + request.rules.broken
        let (target, missing) = PathTemplate(text: request.template).filled(with: request.pathValues)
        let path = target.prefix { $0 != "?" }
        violations +=
            missing
            .filter { name in !violations.contains { $0.path == name } }
            .map { .encoding($0, reason: "must be set, since it is part of the path") }
        // Several values in one segment, each valid by itself, may add up to a dot segment.
        if violations.isEmpty, path.split(separator: "/").contains(where: PathStyle.isDotSegment) {
            violations.append(.encoding("path", reason: "must not hold dot segments"))
        }
        let server = server(of: request)
        // The variables of the client's own server may be part of the URL that credentials are sent to.
        if let problem = server.problem ?? baseURL.problem {
            violations.append(Violation(path: "server", rule: .server, message: "server URL \(problem)"))
        }
        violations += headerProblems(request) + securityProblem(request)
        var complete = request
        if let content = request.content.adding(options.bodyMembers) {
            complete.content = content.bounded(by: configuration.boundary)
        } else {
            violations.append(.encoding("bodyMembers", reason: "need a body that is a JSON object"))
        }
        guard violations.isEmpty else {
            throw .invalidRequest(InvalidRequest(operation: request.operation, violations: violations))
        }
        complete.queryItems += options.queryItems.map {
            "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))"
        }
        // A path in the document may contain a query string.
        if path.endIndex < target.endIndex {
            complete.queryItems.insert(String(target[path.endIndex...].dropFirst()), at: 0)
        }
        return OutgoingRequest(
            complete, server: server, path: server.path + path, headers: headers(complete),
            configuration: configuration)
    }

    /// The base URL of a request; see ``documentServers``.
    private func server(of request: Request) -> BaseURL {
        guard let server = request.server else { return baseURL }
        let variables = server.variables.merging(baseURL.variables) { _, chosen in chosen }
        if server.template.hasPrefix("/") {
            return BaseURL(template: baseURL.origin + server.template, variables: variables)
        }
        guard documentServers.contains(baseURL.template) else { return baseURL }
        return BaseURL(template: server.template, variables: variables)
    }

    private func headers(_ request: Request) -> HTTPFields {
        var headers = request.headers
        if let accept = request.accept { headers[.accept] = accept }
        if let contentType = request.content.contentType { headers[.contentType] = contentType }
        if let userAgent = configuration.userAgent { headers[.userAgent] = userAgent }
        for field in options.headers { headers[field.name] = options.headers[field.name] }
        return headers
    }

    /// The violations of headers that the caller set for every operation.
    private func headerProblems(_ request: Request) -> [Violation] {
        let names = options.headers.map(\.name).filter(\.isOfConnection)
        var violations = names.map { Violation.encoding($0.rawName, reason: String.ofConnection) }
        if options.idempotencyKey?.isSafeInHeader == false {
            violations.append(.encoding("idempotencyKey", reason: String.unsafeInHeader))
        }
        if configuration.userAgent?.isSafeInHeader == false {
            violations.append(.encoding("User-Agent", reason: String.unsafeInHeader))
        }
        if request.content.parts != nil, options.headers[.contentType] != nil {
            violations.append(
                .encoding("Content-Type", reason: "must name the boundary of the parts; leave it out"))
        }
        let coding = (options.headers[.contentEncoding] ?? request.headers[.contentEncoding])?.lowercased()
        if let coding, coding != "identity", request.content.isWritten {
            violations.append(
                .encoding("Content-Encoding", reason: "must be left out: the body is not encoded so"))
        }
        return violations
    }

    /// The security schemes that authorize a request: of the alternatives whose credentials are all set, the first of
    /// those with the most schemes. `nil` if there is none.
    private func schemes(_ request: Request) -> [String]? {
        let alternatives = request.security ?? security
        if alternatives.isEmpty { return [] }
        let complete = alternatives.filter { $0.allSatisfy { credentials[$0] != nil } }
        let most = complete.map(\.count).max()
        return complete.first { $0.count == most }
    }

    private func securityProblem(_ request: Request) -> [Violation] {
        guard schemes(request) == nil else { return [] }
        let missing = (request.security ?? security)
            .map { $0.filter { credentials[$0] == nil }.joined(separator: " and ") }
            .joined(separator: ", or ")
        return [
            Violation(
                path: "credentials", rule: .security,
                message: "credentials are missing: set \(missing) in the client")
        ]
    }

    /// Applies the credentials in the order of their alternative. Signatures come last, since they cover the rest of
    /// the request.
    ///
    /// - Throws: ``APIError/invalidRequest(_:)`` if a credential is not a valid header value, and the errors of the
    ///   authorizers.
    func authorize(_ prepared: OutgoingRequest, of request: Request) async throws(APIError) -> OutgoingRequest
    {
        var outgoing = prepared
        let schemes = schemes(request) ?? []
        for phase in [AuthorizationPhase.addition, .signature] {
            for scheme in schemes {
                guard let credential = credentials[scheme], credential.authorizer.phase == phase else {
                    continue
                }
                if phase == .signature { try await outgoing.load() }
                try await apply(credential, of: scheme, to: &outgoing)
            }
        }
        guard outgoing.violations.isEmpty else {
            throw .invalidRequest(
                InvalidRequest(operation: request.operation, violations: outgoing.violations))
        }
        return outgoing
    }

    /// Renews the credentials of a request that was rejected with status 401.
    ///
    /// - Returns: Whether any credential has changed, so that a second attempt is worthwhile.
    /// - Throws: The errors of the authorizers.
    func renewCredentials(after exchange: Exchange) async throws(APIError) -> Bool {
        var isRenewed = false
        for scheme in schemes(exchange.request) ?? [] {
            guard let credential = credentials[scheme] else { continue }
            do {
                let isOther = try await credential.authorizer.renew(after: exchange.outgoing)
                isRenewed = isRenewed || isOther
            } catch {
                throw APIError(error, operation: exchange.request.operation, exchange.redaction)
            }
        }
        return isRenewed
    }

    private func apply(
        _ credential: Credential, of scheme: String, to outgoing: inout OutgoingRequest,
    ) async throws(APIError) {
        do {
            outgoing.scheme = scheme
            try await credential.authorizer.authorize(&outgoing)
        } catch {
            let redaction = Redaction(secrets: outgoing.secrets)
            throw APIError(error, operation: outgoing.operation, redaction)
        }
    }
}

extension OutgoingRequest {
    /// Reads the body into memory, as a signature needs it.
    fileprivate mutating func load() async throws(APIError) {
        do {
            content = try await content?.collected()
        } catch {
            throw APIError(error, operation: operation, Redaction(secrets: secrets))
        }
    }
}
