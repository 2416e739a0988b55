extension SwiftPresenter {
    func presentClient() -> ClientView {
        ClientView(
            source: source,
            name: clientName,
            doc: clientDoc.comment,
            initializerDoc: initializerDoc.comment,
            usesSigning: api.credentials.contains { $0.kind.isSignature },
            secrets: api.credentials.flatMap(\.kind.secrets).map {
                SecretView(label: $0.name.label, isRequired: $0.isRequired)
            },
            credentials: api.credentials.map(present),
            security: Self.literal(api.security),
            servers: api.servers.map(present),
        )
    }

    private var clientDoc: DocComment {
        var doc = DocComment("\(api.title), version \(api.version).", indent: 0)
        doc.add(api.description, indent: 0)
        return doc
    }

    private var initializerDoc: DocComment {
        var doc = DocComment("Creates a client.", indent: 4)
        doc.addBlankLine()
        doc.addLine("- Parameters:")
        for secret in api.credentials.flatMap(\.kind.secrets) {
            doc.addItem("\(secret.name.text):", secret.description ?? "Lets you in.", depth: 1, indent: 4)
        }
        doc.addItem("server:", "Where the service answers.", depth: 1, indent: 4)
        doc.addItem(
            "configuration:", "The transport, the clock and the defaults of every call.", depth: 1, indent: 4)
        return doc
    }

    private func present(_ server: API.Server) -> ServerView {
        let name = server.name.escaped
        return ServerView(
            name: name,
            doc: DocComment(server.description ?? "`\(server.url)`", indent: 8).comment,
            url: url(of: server),
            variables: server.variables.map {
                let defaultValue = SwiftLiteral.string($0.defaultValue)
                return ServerVariableView(label: $0.name.label, defaultValue: defaultValue)
            },
        )
    }

    /// The URL as a literal, its variables as interpolations.
    private func url(of server: API.Server) -> String {
        server.variables.reduce(SwiftLiteral.string(server.url)) { literal, variable in
            literal.replacing("{\(variable.wireName)}", with: "\\(\(variable.name.escaped))")
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

extension API.Credential.Kind {
    var isSignature: Bool {
        if case .signature = self { true } else { false }
    }

    /// What the caller supplies.
    var secrets: [API.Secret] {
        switch self {
        case .apiKey(let secret, _, _), .signature(let secret, _, _, _), .bearer(let secret): [secret]
        case .basic(let user, let password): [user, password]
        case .unixTime: []
        }
    }

    /// The runtime's function that makes the credential.
    fileprivate var factory: String {
        switch self {
        case .apiKey: "apiKey"
        case .unixTime: "unixTime"
        case .signature: "hmacSHA256"
        case .bearer: "bearer"
        case .basic: "basic"
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
