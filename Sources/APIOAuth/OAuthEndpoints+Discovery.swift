public import APIRuntime

extension OAuthEndpoints {
    /// Requests the metadata of an OpenID provider (OpenID Connect Discovery 1.0, section 4), and returns its endpoints.
    ///
    /// - Parameters:
    ///   - url: The URL of the metadata, which usually ends in `/.well-known/openid-configuration`. The metadata of an
    ///     authorization server (RFC 8414) is read as well.
    ///   - configuration: The transport.
    /// - Throws: `AuthorizationError` with the reason `invalidResponse` if the metadata is not that of the issuer of the
    ///   URL (section 4.3), names an endpoint without TLS, or is malformed, `misconfigured` if the URL is unusable, or
    ///   `serverError` or `temporarilyUnavailable`; `TransportError` if there is no response, and `CancellationError`.
    public static func discovered(
        from url: String, configuration: ClientConfiguration = ClientConfiguration(),
    ) async throws -> OAuthEndpoints {
        do {
            return try await requested(from: url, configuration)
        } catch {
            try Task.checkCancellation()
            throw error
        }
    }

    /// Returns the endpoints together with those that ``discovery`` leads to. Without a discovery URL, nothing is
    /// requested.
    ///
    ///     let endpoints = try await PetsClient.oauthEndpoints.discovered()
    ///     let request = try AuthorizationRequest(
    ///         clientID: id, redirectURI: "my-app://signed-in", endpoints: endpoints, server: server)
    ///
    /// - Parameter configuration: The transport.
    /// - Throws: The errors of ``discovered(from:configuration:)``.
    public func discovered(
        configuration: ClientConfiguration = ClientConfiguration(),
    ) async throws -> OAuthEndpoints {
        guard let discovery else { return self }
        return adding(try await Self.discovered(from: discovery, configuration: configuration))
    }

    /// The endpoints, and others where there are none.
    func adding(_ others: OAuthEndpoints) -> OAuthEndpoints {
        OAuthEndpoints(
            authorization: authorization ?? others.authorization, token: token ?? others.token,
            refresh: refresh ?? others.refresh,
            deviceAuthorization: deviceAuthorization ?? others.deviceAuthorization, discovery: discovery)
    }
}
