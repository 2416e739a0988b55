import APIOAuth
@_spi(Generated) import APIRuntime
import Testing

@Suite struct TokenURLTests {
    private func flows(tokenURL: String?) -> [OAuth] {
        let code = AuthorizationCode("code", redirectURI: "a:b", clientID: "id")
        return [
            .clientCredentials(id: "id", secret: "secret", tokenURL: tokenURL),
            .refreshToken("refresh", clientID: "id", tokenURL: tokenURL),
            .authorizationCode(code, tokenURL: tokenURL),
        ]
    }

    @Test(arguments: [
        ("https://own.example.com/token", "https", "own.example.com", "/token"),
        ("http://localhost:8080/a%20b/token?tenant=1", "http", "localhost:8080", "/a%20b/token?tenant=1"),
        ("https://own.example.com/o/token/", "https", "own.example.com", "/o/token/"),
        ("https://own.example.com", "https", "own.example.com", "/"),
    ])
    func prefersTheURLOfOnesOwn(url: String, scheme: String, authority: String, path: String) async throws {
        for flow in flows(tokenURL: url) {
            let transport = InMemoryTransport { _ in granted(1) }
            var api = APIClient(
                baseURL: "https://api.example.com",
                configuration: ClientConfiguration(transport: transport))
            api.credentials["OAuth"] = .oauth(flow, endpoints: .standard)
            api.security = [["OAuth"]]
            try await api.call()
            let head = try #require(transport.requests.first).head
            #expect(head.scheme == scheme && head.authority == authority && head.path == path)
        }
    }

    @Test func renewsWhereTheDocumentSays() async throws {
        let endpoints = OAuthEndpoints(
            token: "https://login.example.com/token", refresh: "https://login.example.com/refresh")
        let paths = ["/token", "/refresh", "/token"]
        for (flow, path) in zip(flows(tokenURL: nil), paths) {
            let transport = InMemoryTransport { _ in granted(1) }
            var api = APIClient(
                baseURL: "https://api.example.com",
                configuration: ClientConfiguration(transport: transport))
            api.credentials["OAuth"] = .oauth(flow, endpoints: endpoints)
            api.security = [["OAuth"]]
            try await api.call()
            #expect(transport.requests.first?.head.path == path)
        }
    }

    /// Without a URL to ask at, nothing is sent to anyone.
    @Test(arguments: [
        (
            nil, OAuthEndpoints.standard,
            "the token URL https://login.{region}/oauth/token has a variable that the server of the client "
                + "gives no value; give OAuth a tokenURL, as goes with a base URL of your own"
        ),
        (nil, OAuthEndpoints(), "the document names no token URL; give OAuth a tokenURL"),
        (
            "login.example.com/token", .standard,
            "the token URL cannot be used: server URL must start with https:// or http://"
        ),
    ])
    func saysWhatIsMissing(url: String?, endpoints: OAuthEndpoints, message: String) async {
        for flow in flows(tokenURL: url) {
            let transport = InMemoryTransport { _ in granted(1) }
            var api = APIClient(
                baseURL: "https://api.example.com",
                configuration: ClientConfiguration(transport: transport))
            api.credentials["OAuth"] = .oauth(flow, endpoints: endpoints)
            api.security = [["OAuth"]]
            let error = await failure { [api] () throws(APIError) in try await api.call() }
            #expect(error?.description == "getItems was not authorized: \(message).")
            #expect(transport.requests.isEmpty)
        }
    }
}
