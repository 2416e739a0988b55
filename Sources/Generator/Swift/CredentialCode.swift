/// How the client's initialiser takes a credential, and hands it to the runtime.
extension API.Credential.Kind {
    var isSignature: Bool {
        if case .signature = self { true } else { false }
    }

    /// The type of what the caller supplies.
    var secretType: String {
        if case .oauth = self { "OAuth" } else { "String" }
    }

    /// The runtime's function that makes the credential.
    var factory: String {
        switch self {
        case .apiKey: "apiKey"
        case .unixTime: "unixTime"
        case .signature: "hmacSHA256"
        case .bearer: "bearer"
        case .basic: "basic"
        case .oauth: "oauth"
        }
    }

    /// - Parameter endpoints: The property that says where its tokens are to be had.
    func arguments(endpoints: String) -> [String] {
        switch self {
        case .apiKey(let secret, let location, let name):
            [secret.name.escaped, Self.place(of: name, in: location)]
        case .unixTime(let location, let name): [Self.place(of: name, in: location)]
        case .signature(let secret, let message, let location, let name):
            [
                "key: \(secret.name.escaped)", "signing: \(Self.literal(message))",
                Self.place(of: name, in: location),
            ]
        case .bearer(let secret): [secret.name.escaped]
        case .oauth(let secret, _): [secret.name.escaped, "endpoints: Self.\(endpoints)"]
        case .basic(let user, let password):
            ["username: \(user.name.escaped)", "password: \(password.name.escaped)"]
        }
    }

    private static func place(of name: String, in location: API.ParameterLocation) -> String {
        "in: .\(location.rawValue)(\(SwiftLiteral.string(name)))"
    }

    private static func literal(_ message: [(member: String, part: String)]) -> String {
        SwiftLiteral.array(message.map { "\(SwiftLiteral.string($0.member)): .\($0.part)" })
    }
}

extension API.OAuthEndpoints {
    /// Tells the runtime where tokens are to be had.
    var call: CallView {
        let arguments = [
            authorization.map { "authorization: \(SwiftLiteral.string($0))" },
            token.map { "token: \(SwiftLiteral.string($0))" },
            refresh.map { "refresh: \(SwiftLiteral.string($0))" },
        ]
        return CallView("OAuthEndpoints", with: arguments.compactMap(\.self))
    }
}
