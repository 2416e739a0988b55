import APIOAuth
import APIRuntime
import Foundation
import Testing

/// A flow, and the request for a token that it sends.
struct Flow: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let oauth: OAuth
    let form: String
    let authorization: String?
}

private let code = AuthorizationCode(
    "c/o+de", redirectURI: "my-app://signed-in?a=b", clientID: "i d", verifier: "veri~fier")

// The Base64 values are of `id:secret`, of `i%20d:s%3A%2F%2B%25` and of `i%20d:secret`.
private let flows = [
    Flow(
        testDescription: "client credentials", oauth: .clientCredentials(id: "id", secret: "secret"),
        form: "grant_type=client_credentials", authorization: "Basic aWQ6c2VjcmV0"),
    Flow(
        testDescription: "client credentials with scopes and odd characters",
        oauth: .clientCredentials(id: "i d", secret: "s:/+%", scopes: ["a:read", "b&c"]),
        form: "grant_type=client_credentials&scope=a%3Aread%20b%26c",
        authorization: "Basic aSUyMGQ6cyUzQSUyRiUyQiUyNQ=="),
    Flow(
        testDescription: "refresh token",
        oauth: .refreshToken("re+fresh/", clientID: "id", clientSecret: "secret"),
        form: "grant_type=refresh_token&refresh_token=re%2Bfresh%2F", authorization: "Basic aWQ6c2VjcmV0"),
    Flow(
        testDescription: "refresh token of a public client",
        oauth: .refreshToken("refresh", clientID: "i d"),
        form: "grant_type=refresh_token&client_id=i%20d&refresh_token=refresh", authorization: nil),
    Flow(
        testDescription: "code of a public client", oauth: .authorizationCode(code),
        form: "grant_type=authorization_code&client_id=i%20d&code=c%2Fo%2Bde"
            + "&redirect_uri=my-app%3A%2F%2Fsigned-in%3Fa%3Db&code_verifier=veri~fier", authorization: nil),
    Flow(
        testDescription: "code of a client with a secret",
        oauth: .authorizationCode(
            AuthorizationCode("code", redirectURI: "https://a.b/c", clientID: "i d"), clientSecret: "secret"),
        form: "grant_type=authorization_code&code=code&redirect_uri=https%3A%2F%2Fa.b%2Fc",
        authorization: "Basic aSUyMGQ6c2VjcmV0"),
]

@Suite struct FlowTests {
    @Test(arguments: flows)
    func asksForAToken(flow: Flow) async throws {
        let service = Service()
        var api = service.client(flow.oauth)
        api.configuration.userAgent = "Test/1"
        api.configuration.options.headers[.acceptLanguage] = "de"
        api.configuration.options.timeout = .seconds(7)
        try await api.call()
        let request = try #require(service.tokenRequests.first)
        #expect(request.text == flow.form)
        #expect(request.head.method == .post)
        #expect(request.head.scheme == "https")
        #expect(request.head.authority == "login.example.com")
        #expect(request.head.path == "/oauth/token")
        #expect(request.timeout == .seconds(7))
        var expected: HTTPFields = [
            .accept: "application/json", .contentType: "application/x-www-form-urlencoded",
            .userAgent: "Test/1",
        ]
        expected[.authorization] = flow.authorization
        #expect(request.head.headerFields == expected)
        #expect(service.calls.map { $0.head.headerFields[.authorization] } == ["Bearer access-1"])
    }

    @Test func sendsTheTokenThatItIsGiven() async throws {
        let service = Service()
        try await service.client(.token("mine"), endpoints: OAuthEndpoints()).call()
        #expect(service.tokenRequests.isEmpty)
        #expect(service.calls.map { $0.head.headerFields[.authorization] } == ["Bearer mine"])
    }

    /// The provider is asked when there is no token, and when the last one was refused.
    @Test func asksTheProvider() async throws {
        let service = Service(refusing: ["from nil"])
        let api = service.client(.provider { "from \($0 ?? "nil")" }, endpoints: OAuthEndpoints())
        try await api.call()
        try await api.call()
        #expect(service.calls.map(\.bearer) == ["from nil", "from from nil", "from from nil"])
        #expect(service.tokenRequests.isEmpty)
    }

    @Test func reportsWhatTheProviderThrows() async {
        let denied = AuthorizationError(.accessDenied, message: "the user signed out")
        let error = await failure { () throws(APIError) in
            try await Service().client(.provider { _ in throw denied }).call()
        }
        #expect(error?.description == "getItems was not authorized: the user signed out.")
    }
}
