/// Where a service hands out tokens (RFC 6749, section 3). The URLs may hold variables of the server in
/// braces.
public struct OAuthEndpoints: Hashable, Sendable {
    /// Where a browser is sent for the consent of the user (section 3.1).
    public let authorization: String?
    /// Where tokens are asked for (section 3.2).
    public let token: String?
    /// Where tokens are renewed (section 6); `nil` for where they are asked for.
    public let refresh: String?

    public init(authorization: String? = nil, token: String? = nil, refresh: String? = nil) {
        self.authorization = authorization
        self.token = token
        self.refresh = refresh
    }
}
