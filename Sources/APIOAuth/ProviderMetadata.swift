@_spi(Generated) import APIRuntime

/// The metadata of an OpenID provider (OpenID Connect Discovery 1.0, section 3), or of an authorization server
/// (RFC 8414, section 2).
struct ProviderMetadata: Decodable, Sendable {
    let issuer: String
    let endpoints: OAuthEndpoints

    init(from decoder: any Decoder) throws {
        var fields = try decoder.fields()
        issuer = try fields.required("issuer")
        endpoints = OAuthEndpoints(
            authorization: fields.optional("authorization_endpoint"),
            token: fields.optional("token_endpoint"),
            deviceAuthorization: fields.optional("device_authorization_endpoint"))
        try fields.end()
    }

    /// Checks that the metadata is that of the issuer whose URL was requested (OpenID Connect Discovery 1.0, section
    /// 4.3), and that it leads to no endpoint without TLS if the URL has TLS.
    ///
    /// - Throws: `invalidResponse`.
    func check(url: String) throws(AuthorizationError) {
        guard Self.isIssuer(issuer, of: url) else {
            throw AuthorizationError(
                .invalidResponse,
                message: "the metadata at the \(EndpointKind.metadata.url) is that of another issuer")
        }
        let urls = [endpoints.authorization, endpoints.token, endpoints.deviceAuthorization]
        guard !url.hasPrefix("https://") || urls.allSatisfy({ $0?.hasPrefix("https://") ?? true }) else {
            throw AuthorizationError(
                .invalidResponse,
                message: "the metadata at the \(EndpointKind.metadata.url) names an endpoint without TLS")
        }
    }

    /// The well-known part is appended to an issuer (OpenID Connect Discovery 1.0, section 4), or inserted in front of
    /// its path (RFC 8414, section 3.1). Any other URL must have the origin of the issuer.
    private static func isIssuer(_ issuer: String, of url: String) -> Bool {
        guard let mark = url.firstRange(of: "/.well-known/") else {
            return EndpointURL(issuer).origin == EndpointURL(url).origin
        }
        let path = url[mark.upperBound...].drop { $0 != "/" }
        return withoutSlash(issuer) == withoutSlash(String(url[..<mark.lowerBound]) + path)
    }

    private static func withoutSlash(_ text: String) -> String {
        text.hasSuffix("/") ? String(text.dropLast()) : text
    }
}

/// The metadata that a client and its copies have found, by its URL.
actor MetadataCache {
    private var found: [String: OAuthEndpoints] = [:]

    /// - Throws: `AuthorizationError` and `TransportError`. The next call requests the metadata again.
    func endpoints(at url: String, _ configuration: ClientConfiguration) async throws -> OAuthEndpoints {
        if let endpoints = found[url] { return endpoints }
        let endpoints = try await OAuthEndpoints.requested(from: url, configuration)
        found[url] = endpoints
        return endpoints
    }
}

extension OAuthEndpoints {
    /// Requests metadata and checks it.
    static func requested(
        from url: String, _ configuration: ClientConfiguration,
    ) async throws -> OAuthEndpoints {
        let endpoint = EndpointURL(url)
        let request = Request(.get, endpoint.path, operation: EndpointKind.metadata.operation)
        let metadata: ProviderMetadata
        do throws(APIError) {
            metadata = try await endpoint.api(configuration).send(request)
        } catch {
            throw error.ofRequest(to: .metadata, hiding: [])
        }
        try metadata.check(url: url)
        return metadata.endpoints
    }
}
