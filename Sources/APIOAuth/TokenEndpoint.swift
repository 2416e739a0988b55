import APIRuntime

/// The endpoints for the requests of a client, and the configuration to send them with.
struct TokenEndpoint: Sendable {
    /// The endpoints of the document, with the variables of the server substituted.
    private let endpoints: OAuthEndpoints
    let configuration: ClientConfiguration

    init(
        _ endpoints: OAuthEndpoints, configuration: ClientConfiguration,
        filling fill: (String) -> String = { $0 },
    ) {
        self.endpoints = OAuthEndpoints(
            token: endpoints.token.map(fill), refresh: endpoints.refresh.map(fill),
            deviceAuthorization: endpoints.deviceAuthorization.map(fill))
        self.configuration = configuration
    }

    /// The URL for the token requests of a client.
    ///
    /// - Throws: `misconfigured` if there is none, or if it contains a variable without a value.
    func url(for client: RegisteredClient, renewing: Bool) throws(AuthorizationError) -> String {
        let url = client.tokenURL ?? (renewing ? endpoints.refresh : nil) ?? endpoints.token
        return try Self.checked(url, of: .token, remedy: "give OAuth a tokenURL")
    }

    /// The URL for device authorization requests.
    ///
    /// - Throws: `misconfigured` if there is none, or if it contains a variable without a value.
    func deviceAuthorizationURL() throws(AuthorizationError) -> String {
        try Self.checked(
            endpoints.deviceAuthorization, of: .deviceAuthorization,
            remedy: "give DeviceAuthorization a deviceAuthorizationURL and a tokenURL")
    }

    private static func checked(
        _ url: String?, of endpoint: EndpointKind, remedy: String,
    ) throws(AuthorizationError) -> String {
        guard let url else {
            throw AuthorizationError(
                .misconfigured, message: "the document names no \(endpoint.url); \(remedy)")
        }
        guard !url.contains("{") else {
            throw AuthorizationError(
                .misconfigured,
                message: "the \(endpoint.url) \(url) has a variable that the server of the client gives no"
                    + " value; \(remedy), as goes with a base URL of your own")
        }
        return url
    }
}
