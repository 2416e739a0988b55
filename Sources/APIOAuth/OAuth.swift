public import APIRuntime

/// What a client gets its access token by.
public struct OAuth: Sendable {
    let token: String

    /// A token that you hold already.
    public static func token(_ token: String) -> OAuth { OAuth(token: token) }
}

/// Where a service hands out tokens (RFC 6749, section 3). The URLs may hold variables of the server in braces.
public struct OAuthEndpoints: Hashable, Sendable {
    public let authorization: String?
    public let token: String?

    public init(authorization: String? = nil, token: String? = nil) {
        self.authorization = authorization
        self.token = token
    }
}

extension Credential {
    public static func oauth(_ oauth: OAuth, endpoints: OAuthEndpoints) -> Credential { .bearer(oauth.token) }
}
