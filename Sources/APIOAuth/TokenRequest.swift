import APIRuntime

/// An access token request (RFC 6749, section 3.2).
struct TokenRequest: Sendable {
    var form: ClientForm
    private let client: RegisteredClient
    private let renews: Bool

    init(grantType: String, client: RegisteredClient) {
        self.client = client
        form = ClientForm(to: .token, from: client, [("grant_type", grantType)])
        renews = grantType == "refresh_token"
    }

    /// Sends the request.
    ///
    /// - Throws: `AuthorizationError` if no token is granted, and `TransportError` if there is no response.
    func send(to endpoint: TokenEndpoint) async throws -> GrantedToken {
        let url = try await endpoint.url(for: client, renewing: renews)
        // Taken before the request, so that the lifetime of the token is never overestimated.
        let date = endpoint.configuration.now()
        let (response, client): (TokenResponse, _) = try await form.send(
            to: url, with: endpoint.configuration)
        return GrantedToken(response, to: client, at: date)
    }
}
