/// Presents the client of a service in Swift.
struct ClientPresenter {
    let api: API
    let names: Names
    let words: Words

    var view: ClientView {
        let servers = ServerPresenter(
            servers: api.servers, clientName: api.clientName, names: names, words: words)
        let environment = EnvironmentPresenter(
            service: api.service, credentials: api.credentials, clientName: api.clientName,
            defaultServer: servers.views.first(where: \.isDefault), names: names)
        return ClientView(
            name: api.clientName,
            doc: doc.lines,
            initializerDoc: initializerDoc.lines,
            environment: environment.view,
            responseHeaders: responseHeaders,
            usesSigning: api.credentials.contains { $0.kind.isSignature },
            endpoints: endpoints,
            secrets: api.credentials.flatMap { credential in
                credential.kind.secrets.map { secret in
                    SecretView(
                        label: names[secret.name].label, type: credential.kind.secretType,
                        isRequired: secret.isRequired)
                }
            },
            credentials: api.credentials.map(view),
            security: SwiftLiteral.security(api.security),
            documentServers: documentServers,
            servers: servers.views,
            variableTypes: servers.variableTypes,
        )
    }

    /// Sets the header names in the configuration, which requests for OAuth tokens use, too.
    private var responseHeaders: CallView? {
        let headers = api.responseHeaders
        let arguments = [
            ("requestID", headers.requestID), ("limit", headers.limit), ("remaining", headers.remaining),
            ("used", headers.used), ("reset", headers.reset),
        ].compactMap { label, name in name.map { "\(label): \(SwiftLiteral.string($0))" } }
        return arguments.isEmpty
            ? nil : CallView("api.configuration.responseHeaders = .init", with: arguments)
    }

    /// The servers of the document; empty unless some operations have their own servers.
    private var documentServers: [String] {
        let hasOthers = api.groups.contains { $0.operations.contains { $0.server != nil } }
        return hasOthers ? api.servers.map { SwiftLiteral.string($0.url) } : []
    }

    /// The OAuth endpoints: one for all schemes if they are equal, or one for each, as secrets must not be sent to the
    /// endpoints of another scheme.
    private var endpoints: [OAuthEndpointsView] {
        let views = api.credentials.compactMap { credential -> OAuthEndpointsView? in
            guard case .oauth(_, let endpoints) = credential.kind else { return nil }
            let party = sharesEndpoints ? "the service" : Markdown.code(credential.scheme)
            return OAuthEndpointsView(
                doc: DocComment("Where \(party) issues tokens.").lines,
                name: endpointsName(of: credential), call: endpoints.call)
        }
        return sharesEndpoints ? Array(views.prefix(1)) : views
    }

    private func endpointsName(of credential: API.Credential) -> String {
        guard case .oauth(let secret, _) = credential.kind, !sharesEndpoints else { return "oauthEndpoints" }
        return names[secret.name].text + "Endpoints"
    }

    private var sharesEndpoints: Bool {
        let endpoints = api.credentials.compactMap { credential -> API.OAuthEndpoints? in
            if case .oauth(_, let endpoints) = credential.kind { endpoints } else { nil }
        }
        return Set(endpoints).count <= 1
    }

    private var doc: DocComment {
        var doc = DocComment(words.title(of: api))
        for text in words.descriptions(of: api) { doc.add(text) }
        let parties = words.parties(of: api)
        if !parties.isEmpty { doc.addBlankLine() }
        for party in parties { doc.addItem(party.label, text: party.text) }
        doc.add(words.externalDocs(api.externalDocs))
        return doc
    }

    private var initializerDoc: DocComment {
        var doc = DocComment("Creates a client.")
        doc.addBlankLine()
        doc.addLine("- Parameters:")
        for secret in api.credentials.flatMap(words.secrets) {
            doc.addItem("\(secret.name):", text: secret.text, depth: 1)
        }
        doc.addItem("server:", text: "The base URL of the service.", depth: 1)
        doc.addItem(
            "configuration:", text: "The transport, the clock and the defaults of every call.", depth: 1)
        return doc
    }

    private func view(of credential: API.Credential) -> CredentialView {
        let optional = credential.kind.secrets.filter { !$0.isRequired }
        let bindings = optional.map { "let \(names[$0.name].escaped)" }.joined(separator: ", ")
        let callee =
            "api.credentials[\(SwiftLiteral.string(credential.scheme))] = .\(credential.kind.factory)"
        let arguments = credential.kind.arguments(
            secrets: credential.kind.secrets.map { names[$0.name].escaped },
            endpoints: endpointsName(of: credential))
        return CredentialView(
            condition: bindings.isEmpty ? nil : bindings,
            call: CallView(callee, with: arguments),
        )
    }
}

extension SwiftLiteral {
    /// Alternative security requirements, each a list of schemes.
    static func security(_ alternatives: [[String]]) -> String { array(alternatives.map(strings)) }
}
