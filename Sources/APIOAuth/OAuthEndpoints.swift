/// The OAuth endpoints of a service (RFC 6749, section 3). The URLs may contain variables of the server in braces.
public struct OAuthEndpoints: Hashable, Sendable {
    /// The authorization endpoint (section 3.1).
    public let authorization: String?
    /// The token endpoint (section 3.2).
    public let token: String?
    /// The URL for refresh requests (section 6; OpenAPI 3.1, `refreshUrl`); with `nil`, ``token``.
    public let refresh: String?
    /// The device authorization endpoint (RFC 8628, section 3.1).
    public let deviceAuthorization: String?
    /// The URL of the provider's metadata, for the endpoints that are `nil` (OpenID Connect Discovery 1.0, section 4;
    /// OpenAPI 3.1, `openIdConnectUrl`).
    public let discovery: String?

    /// Creates a set of endpoints.
    public init(
        authorization: String? = nil, token: String? = nil, refresh: String? = nil,
        deviceAuthorization: String? = nil, discovery: String? = nil,
    ) {
        self.authorization = authorization
        self.token = token
        self.refresh = refresh
        self.deviceAuthorization = deviceAuthorization
        self.discovery = discovery
    }
}
