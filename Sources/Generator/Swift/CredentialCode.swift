/// How the client's initializer takes a credential and passes it to the runtime.
extension API.Credential.Kind {
    var isSignature: Bool {
        if case .signature = self { true } else { false }
    }

    /// The type of the secret that the caller supplies.
    var secretType: String {
        if case .oauth = self { "OAuth" } else { "String" }
    }

    /// The runtime function that creates the credential.
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

    /// - Parameters:
    ///   - secrets: The arguments of the client's initializer, in order.
    ///   - endpoints: The name of the property with the OAuth endpoints.
    func arguments(secrets: [String], endpoints: String) -> [String] {
        switch self {
        case .apiKey(_, let location, let name): secrets + [Self.place(of: name, in: location)]
        case .unixTime(let location, let name): [Self.place(of: name, in: location)]
        case .signature(_, let message, let location, let name):
            secrets.map { "key: \($0)" } + [
                "signing: \(Self.literal(message))", Self.place(of: name, in: location),
            ]
        case .bearer: secrets
        case .oauth: secrets + ["endpoints: Self.\(endpoints)"]
        case .basic: zip(["username", "password"], secrets).map { "\($0): \($1)" }
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
    /// The call that creates the OAuth endpoints.
    var call: CallView {
        let arguments = [
            authorization.map { "authorization: \(SwiftLiteral.string($0))" },
            token.map { "token: \(SwiftLiteral.string($0))" },
            refresh.map { "refresh: \(SwiftLiteral.string($0))" },
            deviceAuthorization.map { "deviceAuthorization: \(SwiftLiteral.string($0))" },
            discovery.map { "discovery: \(SwiftLiteral.string($0))" },
        ]
        return CallView("OAuthEndpoints", with: arguments.compactMap(\.self))
    }
}
