/// Where a service hands out tokens (RFC 6749, section 3). The URLs may hold variables of the server in
/// braces.
public struct OAuthEndpoints: Hashable, Sendable {
    /// Where a browser is sent for the consent of the user (section 3.1).
    public let authorization: String?
    /// Where tokens are asked for (section 3.2).
    public let token: String?

    public init(authorization: String? = nil, token: String? = nil) {
        self.authorization = authorization
        self.token = token
    }
}
