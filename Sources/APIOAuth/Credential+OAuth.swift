public import APIRuntime

extension Credential {
    /// An OAuth access token, sent as a bearer token (RFC 6750, section 2.1) and renewed as far as the grant allows.
    ///
    /// - Parameters:
    ///   - oauth: How access tokens are obtained.
    ///   - endpoints: The endpoints of the service.
    public static func oauth(_ oauth: OAuth, endpoints: OAuthEndpoints) -> Credential {
        Credential(OAuthAuthorizer(cache: TokenCache(source: oauth.source), endpoints: endpoints))
    }
}

private struct OAuthAuthorizer: Authorizer {
    let cache: TokenCache
    /// The URL templates, with variables of the server.
    let endpoints: OAuthEndpoints
    let metadata = MetadataCache()

    func authorize(_ request: inout OutgoingRequest) async throws {
        let token = try await cache.token(from: endpoint(for: request))
        request.redact(token)
        request.set(Self.prefix + token, in: .header("Authorization"))
    }

    func renew(after refused: OutgoingRequest) async throws -> Bool {
        let header = refused.headers[.authorization] ?? ""
        return try await cache.renew(
            after: String(header.dropFirst(Self.prefix.count)), from: endpoint(for: refused))
    }

    private func endpoint(for request: OutgoingRequest) -> TokenEndpoint {
        TokenEndpoint(
            endpoints, metadata: metadata, configuration: request.configuration, filling: request.filling)
    }

    private static let prefix = "Bearer "
}
