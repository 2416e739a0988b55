import APIRuntime

/// The endpoints for the requests of a client, and the configuration to send them with.
struct TokenEndpoint: Sendable {
    /// The endpoints of the document, with the variables of the server substituted.
    private let endpoints: OAuthEndpoints
    private let metadata: MetadataCache
    let configuration: ClientConfiguration

    init(
        _ endpoints: OAuthEndpoints, metadata: MetadataCache = MetadataCache(),
        configuration: ClientConfiguration, filling fill: (String) -> String = { $0 },
    ) {
        self.endpoints = OAuthEndpoints(
            token: endpoints.token.map(fill), refresh: endpoints.refresh.map(fill),
            deviceAuthorization: endpoints.deviceAuthorization.map(fill),
            discovery: endpoints.discovery.map(fill))
        self.metadata = metadata
        self.configuration = configuration
    }

    /// The URL for the token requests of a client.
    ///
    /// - Throws: `misconfigured` if there is none, or if it contains a variable without a value, and the errors of
    ///   discovery.
    func url(for client: RegisteredClient, renewing: Bool) async throws -> String {
        if let url = client.tokenURL ?? (renewing ? endpoints.refresh : nil) ?? endpoints.token {
            return try checked(url, of: .token)
        }
        return try checked(try await discovered().token, of: .token)
    }

    /// The URL for device authorization requests.
    ///
    /// - Throws: `misconfigured` if there is none, or if it contains a variable without a value, and the errors of
    ///   discovery.
    func deviceAuthorizationURL() async throws -> String {
        if let url = endpoints.deviceAuthorization { return try checked(url, of: .deviceAuthorization) }
        return try checked(try await discovered().deviceAuthorization, of: .deviceAuthorization)
    }

    /// The endpoints of the provider's metadata; none without a discovery URL.
    private func discovered() async throws -> OAuthEndpoints {
        guard let url = endpoints.discovery else { return OAuthEndpoints() }
        return try await metadata.endpoints(at: try checked(url, of: .metadata), configuration)
    }

    private func checked(
        _ url: String?, of endpoint: EndpointKind,
    ) throws(AuthorizationError) -> String {
        guard let url else {
            let party = endpoints.discovery == nil ? "document" : "OpenID provider"
            throw AuthorizationError(
                .misconfigured, message: "the \(party) names no \(endpoint.url); \(endpoint.remedy)")
        }
        guard !url.contains("{") else {
            throw AuthorizationError(
                .misconfigured,
                message: "the \(endpoint.url) \(url) has a variable that the server of the client gives no"
                    + " value; \(endpoint.remedy), as goes with a base URL of your own")
        }
        return url
    }
}
