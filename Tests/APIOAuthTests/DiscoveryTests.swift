import APIOAuth
@_spi(Generated) import APIRuntime
import Testing

private let url = "https://login.example.com/.well-known/openid-configuration"

/// Metadata with endpoints at hosts of their own, as Google has them.
private func metadata(
    issuer: String = "https://login.example.com",
    members: String = #","token_endpoint":"https://oauth.example.com/token""#,
) -> TransportResponse {
    .json(
        #"{"issuer":"\#(issuer)","authorization_endpoint":"https://login.example.com/authorize"\#(members)}"#)
}

@Suite struct DiscoveryTests {
    private func transport(
        _ answer: @escaping @Sendable (Int) throws -> TransportResponse = { _ in metadata() },
    ) -> InMemoryTransport {
        let count = Count()
        return InMemoryTransport { request in
            if request.path.contains("/.well-known/") { return try answer(count.next()) }
            if request.path.hasSuffix("/device") {
                return .json(
                    #"{"device_code":"d","user_code":"u","verification_uri":"https://a.b","expires_in":60}"#)
            }
            return request.path.hasSuffix("/token") ? granted(1) : .json("true")
        }
    }

    private func api(_ transport: InMemoryTransport, _ oauth: OAuth = .machine) -> APIClient {
        var api = Service().client(oauth, endpoints: OAuthEndpoints(discovery: url))
        api.configuration.transport = transport
        return api
    }

    private func urls(_ transport: InMemoryTransport) -> [String] {
        transport.requests.map { "\($0.head.authority ?? "")\($0.head.path ?? "")" }
    }

    /// The token endpoint is discovered with the first token request, once for all copies.
    @Test func discoversTheTokenEndpointWhenItIsNeeded() async throws {
        let transport = transport()
        let api = api(transport)
        #expect(transport.requests.isEmpty)
        let copy = api
        try await api.call()
        try await copy.call()
        #expect(
            urls(transport) == [
                "login.example.com/.well-known/openid-configuration", "oauth.example.com/token",
                "api.example.com/items", "api.example.com/items",
            ])
        #expect(transport.requests.first?.head.method == .get)
        #expect(transport.requests.first?.head.headerFields[.authorization] == nil)
    }

    @Test func keepsWhatItFound() async throws {
        let service = Service()
        var api = service.client(.machine, endpoints: OAuthEndpoints(discovery: url))
        let transport = transport()
        api.configuration.transport = transport
        try await api.call()
        service.wait(4000)
        try await api.call()
        #expect(transport.requests.filter { $0.path.contains("/.well-known/") }.count == 1)
        #expect(transport.requests.filter { $0.path.hasSuffix("/token") }.count == 2)
    }

    @Test func discoversNothingThatItDoesNotNeed() async throws {
        let transport = transport()
        try await api(transport, .token("mine")).call()
        try await api(
            transport, .clientCredentials(id: "id", secret: "s", tokenURL: "https://own.example.com/token")
        ).call()
        #expect(
            urls(transport)
                == ["api.example.com/items", "own.example.com/token", "api.example.com/items"])
    }

    @Test func returnsTheEndpoints() async throws {
        let members =
            #","token_endpoint":"https://a.b/token","device_authorization_endpoint":"https://a.b/device","more":[]"#
        let configuration = ClientConfiguration(transport: transport { _ in metadata(members: members) })
        let found = OAuthEndpoints(
            authorization: "https://login.example.com/authorize", token: "https://a.b/token",
            deviceAuthorization: "https://a.b/device")
        #expect(try await OAuthEndpoints.discovered(from: url, configuration: configuration) == found)
        let declared = OAuthEndpoints(token: "https://own.example.com/token", discovery: url)
        #expect(
            try await declared.discovered(configuration: configuration)
                == OAuthEndpoints(
                    authorization: found.authorization, token: declared.token,
                    deviceAuthorization: found.deviceAuthorization, discovery: url))
        #expect(try await OAuthEndpoints.standard.discovered() == .standard)
    }

    @Test func authorizesDevices() async throws {
        let members =
            #","token_endpoint":"https://a.b/token","device_authorization_endpoint":"https://a.b/device""#
        let transport = transport { _ in metadata(members: members) }
        var configuration = ClientConfiguration(transport: transport)
        configuration.sleep = { _ in }
        _ = try await DeviceAuthorization.request(
            clientID: "id", endpoints: OAuthEndpoints(discovery: url), server: APIServer<Int>("https://c.d"),
            configuration: configuration
        ).waitForApproval()
        #expect(
            urls(transport)
                == ["login.example.com/.well-known/openid-configuration", "a.b/device", "a.b/token"])
    }

    @Test func saysThatTheAuthorizationURLIsYetToBeDiscovered() {
        let error = #expect(throws: AuthorizationError.self) {
            try AuthorizationRequest(
                clientID: "id", redirectURI: "a:b", endpoints: OAuthEndpoints(discovery: url),
                server: APIServer<Int>("https://a.b"))
        }
        #expect(
            error?.description
                == "the authorization URL is yet to be discovered; await the endpoints' discovered().")
    }

    // MARK: - The issuer

    @Test(arguments: [
        (url, "https://login.example.com"), (url, "https://login.example.com/"),
        ("https://a.b/tenant/v2.0/.well-known/openid-configuration", "https://a.b/tenant/v2.0"),
        // As RFC 8414, section 3.1, has it.
        ("https://a.b/.well-known/oauth-authorization-server/tenant", "https://a.b/tenant"),
    ])
    func takesTheMetadataOfItsIssuer(url: String, issuer: String) async throws {
        let configuration = ClientConfiguration(transport: transport { _ in metadata(issuer: issuer) })
        let found = try await OAuthEndpoints.discovered(from: url, configuration: configuration)
        #expect(found.token == "https://oauth.example.com/token")
    }

    @Test(arguments: [
        (url, "https://evil.example.com"), (url, "http://login.example.com"), (url, ""),
        (url, "https://login.example.com/tenant"), (url, "https://login.example.com//"),
        (url + "/tenant", "https://login.example.com"),
    ])
    func refusesTheMetadataOfAnotherIssuer(url: String, issuer: String) async {
        let transport = transport { _ in metadata(issuer: issuer) }
        let error = await #expect(throws: AuthorizationError.self) {
            _ = try await OAuthEndpoints.discovered(
                from: url, configuration: ClientConfiguration(transport: transport))
        }
        #expect(error?.reason == .invalidResponse)
        #expect(error?.description == "the metadata at the discovery URL is that of another issuer.")
    }

    @Test(arguments: [("https://a.b/discovery", true), ("https://a.b.c/discovery", false)])
    func comparesTheOriginAtAnyOtherURL(url: String, isTaken: Bool) async {
        let transport = InMemoryTransport { _ in metadata(issuer: "https://a.b/tenant") }
        let found = try? await OAuthEndpoints.discovered(
            from: url, configuration: ClientConfiguration(transport: transport))
        #expect((found != nil) == isTaken)
    }

    // MARK: - Failures

    @Test(arguments: [
        (
            TransportResponse.json("{}"), AuthorizationError.Reason.invalidResponse,
            "the answer to the discovery request does not fit OpenID Connect Discovery (at $.issuer): expected a "
                + "value, since the member is required."
        ),
        (
            .empty(status: .notFound), .invalidResponse, "the discovery request was answered with 404."
        ),
        (
            metadata(members: ""), .misconfigured,
            "the OpenID provider names no token URL; give OAuth a tokenURL."
        ),
        (
            metadata(members: #","token_endpoint":"http://a.b""#), .invalidResponse,
            "the metadata at the discovery URL names an endpoint without TLS."
        ),
        (
            .empty(status: .badGateway), .serverError,
            "the discovery request was answered with 502. It may work later."
        ),
    ])
    func saysWhatHappened(
        response: TransportResponse, reason: AuthorizationError.Reason, message: String,
    ) async {
        let error = await failure { () throws(APIError) in
            try await api(transport { _ in response }).call()
        }
        guard case .unauthorized(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.reason == reason)
        #expect(error?.description == "getItems was not authorized: \(message)")
    }

    /// A call repeats the discovery as it repeats a token request.
    @Test func triesAgain() async throws {
        let transport = transport { number in
            switch number {
            case 1: .empty(status: .serviceUnavailable)
            case 2: throw TransportError(.unreachable, message: "nobody listens")
            default: metadata()
            }
        }
        try await api(transport).call()
        #expect(transport.requests.filter { $0.path.contains("/.well-known/") }.count == 3)
    }

    @Test func cannotUseEveryURL() async {
        let transport = transport()
        var api = Service().client(.machine, endpoints: OAuthEndpoints(discovery: "file:///etc/passwd"))
        api.configuration.transport = transport
        let error = await failure { [api] () throws(APIError) in try await api.call() }
        #expect(
            error?.description
                == "getItems was not authorized: the discovery URL cannot be used: "
                + "server URL must start with https:// or http://.")
        #expect(transport.requests.isEmpty)
    }
}
