import SourceText

extension SwiftPresenter {
    func presentClient() -> ClientView {
        ClientView(
            source: source,
            name: clientName,
            doc: clientDoc.comment,
            initializerDoc: initializerDoc.comment,
            usesSigning: api.credentials.contains { $0.kind.isSignature },
            endpoints: api.credentials.lazy.compactMap(\.kind.endpoints).first,
            secrets: api.credentials.flatMap { credential in
                credential.kind.secrets.map { secret in
                    SecretView(
                        label: secret.name.label, type: credential.kind.secretType,
                        isRequired: secret.isRequired)
                }
            },
            credentials: api.credentials.map(present),
            security: Self.literal(api.security),
            documentServers: documentServers,
            servers: api.servers.map(present),
            variableTypes: variableTypes,
        )
    }

    private var documentServers: [String] {
        let hasOthers = api.groups.contains { $0.operations.contains { $0.server != nil } }
        guard hasOthers else { return [] }
        let urls = api.servers.map { SwiftLiteral.string($0.url) }
        let line = "api.documentServers = [\(urls.joined(separator: ", "))]"
        let fits = line.count + 8 <= CallView.width
        return fits ? [line] : ["api.documentServers = ["] + urls.map { "    \($0)," } + ["]"]
    }

    private var clientDoc: DocComment {
        let about = api.about
        let title = about.title.isEmpty ? api.service : about.title
        var doc = DocComment(
            about.version.isEmpty ? "\(title)." : "\(title), version \(about.version).", indent: 0)
        doc.add(told(about.summary), indent: 0)
        doc.add(told(about.description), indent: 0)
        addParties(of: about, to: &doc)
        doc.add(words(api.link), indent: 0)
        return doc
    }

    private func addParties(of about: OpenAPI.Info, to doc: inout DocComment) {
        let parties = [
            ("Contact:", about.contact), ("License:", about.license),
            ("Terms of service:", [about.termsOfService].compactMap(\.self)),
        ]
        guard parties.contains(where: { !$0.1.isEmpty }) else { return }
        doc.addBlankLine()
        for (label, texts) in parties where !texts.isEmpty {
            doc.addItem(
                label, texts.compactMap(told).map(DocComment.linked).joined(separator: ", "), indent: 0)
        }
    }

    /// A sentence that leads to documentation elsewhere.
    func words(_ link: OpenAPI.Link?) -> String? {
        guard let link, let url = told(link.url) else { return nil }
        let target = DocComment.linked(url)
        return told(link.description).map { "See also: \(DocComment.ended($0)) \(target)" }
            ?? "See also \(target)."
    }

    private var initializerDoc: DocComment {
        var doc = DocComment("Creates a client.", indent: 4)
        doc.addBlankLine()
        doc.addLine("- Parameters:")
        for credential in api.credentials {
            for (secret, words) in zip(credential.kind.secrets, credential.kind.words) {
                doc.addItem("\(secret.name.text):", self.words(secret, otherwise: words), depth: 1, indent: 4)
            }
        }
        doc.addItem("server:", "Where the service answers.", depth: 1, indent: 4)
        doc.addItem(
            "configuration:", "The transport, the clock and the defaults of every call.", depth: 1, indent: 4)
        return doc
    }

    private func words(_ secret: API.Secret, otherwise words: String) -> String {
        var sentences = [told(secret.description) ?? words]
        if let format = told(secret.format) { sentences.append("Its format is \(DocComment.code(format)).") }
        if let url = told(secret.discovery) {
            sentences.append("Its provider is described at \(DocComment.linked(url)).")
        }
        return DocComment.joined(sentences)
    }

    private func present(_ server: API.Server) -> ServerView {
        ServerView(
            name: server.name.escaped,
            doc: serverDoc(server).comment,
            url: SwiftLiteral.string(server.url),
            variables: server.variables.map { present($0, of: server) },
            call: CallView(
                "Self",
                ["template: \(SwiftLiteral.string(server.url))", "variables: [\(values(of: server))]"],
                indent: 8,
            ),
            isDefault: server.isDefault,
        )
    }

    /// The variables of a server as the entries of a dictionary literal.
    private func values(of server: API.Server) -> String {
        let entries = server.variables.map { variable in
            let value = variable.type == nil ? variable.name.escaped : "\(variable.name.escaped).rawValue"
            return "\(SwiftLiteral.string(variable.wireName)): \(value)"
        }
        return entries.joined(separator: ", ")
    }

    private func serverDoc(_ server: API.Server) -> DocComment {
        var doc = DocComment(told(server.description).map(DocComment.ended), indent: 4)
        doc.add("`\(server.url)`", indent: 4)
        guard !server.variables.isEmpty else { return doc }
        doc.addBlankLine()
        doc.addLine("- Parameters:")
        for variable in server.variables {
            let words =
                variable.isOrigin
                ? "Scheme and host of the service, such as `https://api.example.com`."
                : "The variable `\(variable.wireName)` of the URL."
            let text = told(variable.description) ?? words
            doc.addItem("\(variable.name.text):", text, depth: 1, indent: 4)
        }
        return doc
    }

    /// A label that would repeat the name of the function is left out: `.region(.euWest1)`.
    private func present(_ variable: API.ServerVariable, of server: API.Server) -> ServerVariableView {
        let isRepetition = variable.name == server.name && server.variables.count == 1
        let type = variable.type.map { "\(clientName).\($0.name)" } ?? "String"
        let known = variable.type?.enumeration.cases.first { $0.value.exact == variable.defaultValue?.exact }
        let value = known.map { ".\($0.name.escaped)" } ?? variable.defaultValue.map(SwiftLiteral.string)
        return ServerVariableView(
            parameter: isRepetition ? "_ \(variable.name.escaped)" : variable.name.label,
            type: type,
            defaultValue: value,
        )
    }

    /// The types of the servers' variables; servers that share one share its type.
    private var variableTypes: [EnumerationView] {
        var seen: Set<String> = []
        return api.servers.flatMap(\.variables).compactMap { variable in
            guard let type = variable.type, seen.insert(type.name).inserted else { return nil }
            let doc = DocComment(told(variable.description) ?? "Values of `\(variable.wireName)`.", indent: 4)
            return EnumerationView(
                name: type.name, doc: doc.comment, isInteger: false,
                cases: present(type.enumeration, indent: 8))
        }
    }

    private func present(_ credential: API.Credential) -> CredentialView {
        let optional = credential.kind.secrets.filter { !$0.isRequired }
        let bindings = optional.map { "let \($0.name.escaped)" }.joined(separator: ", ")
        let condition = bindings.isEmpty ? nil : bindings
        let callee =
            "api.credentials[\(SwiftLiteral.string(credential.scheme))] = .\(credential.kind.factory)"
        let indent = condition == nil ? 8 : 12
        return CredentialView(
            condition: condition,
            call: CallView(callee, credential.kind.arguments, indent: indent),
        )
    }

    /// Alternatives as an array literal.
    static func literal(_ security: [[String]]) -> String {
        let alternatives = security.map { schemes in
            "[" + schemes.map(SwiftLiteral.string).joined(separator: ", ") + "]"
        }
        return "[" + alternatives.joined(separator: ", ") + "]"
    }
}

extension API.ParameterLocation {
    fileprivate var words: String { self == .query ? "query parameter" : rawValue }
}

extension API.Credential.Kind {
    var isSignature: Bool {
        if case .signature = self { true } else { false }
    }

    /// What the caller supplies.
    var secrets: [API.Secret] {
        switch self {
        case .apiKey(let secret, _, _), .signature(let secret, _, _, _), .bearer(let secret),
            .oauth(let secret, _, _, _):
            [secret]
        case .basic(let user, let password): [user, password]
        case .unixTime: []
        }
    }

    /// What each secret is, in words.
    fileprivate var words: [String] {
        switch self {
        case .apiKey(_, let location, let name): ["The key. It is sent in the \(location.words) `\(name)`."]
        case .signature: ["The key that requests are signed with. It is never sent."]
        case .bearer: ["The token. It is sent as `Authorization: Bearer`."]
        case .oauth: ["What the access token is got by. It is sent as `Authorization: Bearer`."]
        case .basic: ["The name of the user.", "The password of the user."]
        case .unixTime: []
        }
    }

    /// The type of what the caller supplies.
    fileprivate var secretType: String {
        if case .oauth = self { "OAuth" } else { "String" }
    }

    /// The arguments that tell the runtime where tokens are to be had; `nil` where the scheme needs none.
    fileprivate var endpoints: CallView? {
        guard case .oauth(_, let authorization, let token, let refresh) = self else { return nil }
        let arguments = [
            authorization.map { "authorization: \(SwiftLiteral.string($0))" },
            token.map { "token: \(SwiftLiteral.string($0))" },
            refresh.map { "refresh: \(SwiftLiteral.string($0))" },
        ]
        return CallView("OAuthEndpoints", arguments.compactMap(\.self), indent: 8)
    }

    /// The runtime's function that makes the credential.
    fileprivate var factory: String {
        switch self {
        case .apiKey: "apiKey"
        case .unixTime: "unixTime"
        case .signature: "hmacSHA256"
        case .bearer: "bearer"
        case .basic: "basic"
        case .oauth: "oauth"
        }
    }

    fileprivate var arguments: [String] {
        switch self {
        case .apiKey(let secret, let location, let name):
            [secret.name.escaped, Self.place(location, name)]
        case .unixTime(let location, let name): [Self.place(location, name)]
        case .signature(let secret, let message, let location, let name):
            ["key: \(secret.name.escaped)", "signing: \(Self.literal(message))", Self.place(location, name)]
        case .bearer(let secret): [secret.name.escaped]
        case .oauth(let secret, _, _, _): [secret.name.escaped, "endpoints: Self.oauthEndpoints"]
        case .basic(let user, let password):
            ["username: \(user.name.escaped)", "password: \(password.name.escaped)"]
        }
    }

    private static func place(_ location: API.ParameterLocation, _ name: String) -> String {
        "in: .\(location.rawValue)(\(SwiftLiteral.string(name)))"
    }

    private static func literal(_ message: [(member: String, part: String)]) -> String {
        "[" + message.map { "\(SwiftLiteral.string($0.member)): .\($0.part)" }.joined(separator: ", ") + "]"
    }
}
