import APIOAuth
@_spi(Generated) import APIRuntime
import Foundation
import Testing

/// The octets of RFC 7636, appendix B, and then 32 zeros for the state.
private func vector() -> (Int) -> [UInt8] {
    let octets: [UInt8] = [
        116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214,
        191, 240, 91, 88, 5, 88, 83, 132, 141, 121,
    ]
    var isFirst = true
    return { count in
        defer { isFirst = false }
        return isFirst ? octets : Array(repeating: 0, count: count)
    }
}

private let state = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

@Suite struct AuthorizationRequestTests {
    private func request(
        _ url: String = "https://login.example.com/authorize", scopes: [String] = [],
        parameters: [String: String] = [:],
    ) throws(AuthorizationError) -> AuthorizationRequest {
        try AuthorizationRequest(
            clientID: "my id", redirectURI: "my-app://signed-in?a=b", authorizationURL: url, scopes: scopes,
            parameters: parameters, randomBytes: vector())
    }

    @Test func followsTheExampleOfTheStandard() throws {
        let request = try request()
        #expect(request.verifier == "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        #expect(request.state == state)
        #expect(
            request.url.absoluteString
                == "https://login.example.com/authorize?client_id=my%20id"
                + "&redirect_uri=my-app%3A%2F%2Fsigned-in%3Fa%3Db&response_type=code&state=\(state)"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256")
    }

    @Test func addsWhatIsAskedFor() throws {
        let request = try request(
            "https://login.example.com/authorize?tenant=1", scopes: ["a:read", "b"],
            parameters: ["prompt": "login", "login_hint": "j+d@a.b", "state": "forged", "a&b": "c"])
        let url = request.url.absoluteString
        #expect(url.hasPrefix("https://login.example.com/authorize?tenant=1&client_id="))
        #expect(url.hasSuffix("&scope=a%3Aread%20b&a%26b=c&login_hint=j%2Bd%40a.b&prompt=login"))
        #expect(!url.contains("forged"))
    }

    @Test func fillsInTheVariablesOfTheServer() throws {
        let server = APIServer<Int>(template: "https://api.{region}", variables: ["region": "example.org"])
        let request = try AuthorizationRequest(
            clientID: "id", redirectURI: "a:b", endpoints: .standard, server: server)
        #expect(request.url.absoluteString.hasPrefix("https://login.example.org/authorize?client_id=id&"))
    }

    @Test(arguments: [
        (
            OAuthEndpoints.standard,
            "the authorization URL https://login.{region}/authorize cannot be used; give AuthorizationRequest "
                + "the server of the client, or an authorizationURL of your own."
        ),
        (
            OAuthEndpoints(),
            "the document names no authorization URL; give AuthorizationRequest one."
        ),
    ])
    func saysWhatIsMissing(endpoints: OAuthEndpoints, message: String) throws {
        let error = #expect(throws: AuthorizationError.self) {
            try AuthorizationRequest(
                clientID: "id", redirectURI: "a:b", endpoints: endpoints,
                server: APIServer<Int>("https://a.b"))
        }
        #expect(error?.reason == .misconfigured)
        #expect(error?.description == message)
        #expect(error?.localizedDescription == message)
    }

    @Test func isNewEachTime() throws {
        let requests = try (0..<2).map { _ in
            try AuthorizationRequest(clientID: "id", redirectURI: "a:b", authorizationURL: "https://a.b")
        }
        #expect(Set(requests.flatMap { [$0.verifier, $0.state] }).count == 4)
        // RFC 7636, section 4.1: 43 to 128 unreserved characters.
        #expect(requests.allSatisfy { $0.verifier.wholeMatch(of: /[A-Za-z0-9_-]{43}/) != nil })
    }

    /// From the callback to the request for a token.
    @Test(arguments: ["my-app://signed-in?a=b&code=c%2Bd+e%3D&state=", "/signed-in?code=c%2Bd%20e=&state="])
    func redeemsTheCode(callback: String) async throws {
        let service = Service()
        let code = try request().code(from: try #require(URL(string: callback + state)))
        try await service.client(.authorizationCode(code)).call()
        #expect(
            service.tokenRequests.map(\.text) == [
                "grant_type=authorization_code&client_id=my%20id&code=c%2Bd%20e%3D"
                    + "&redirect_uri=my-app%3A%2F%2Fsigned-in%3Fa%3Db"
                    + "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
            ])
    }

    @Test(arguments: [
        (
            "state=\(state)&error=access_denied&error_description=The+user+said+%22no%22.",
            AuthorizationError.Reason.accessDenied,
            "the service answered access_denied: The user said \"no\"."
        ),
        ("error=server_error&state=\(state)", .serverError, "the service answered server_error."),
        ("state=\(state)", .invalidResponse, "the callback holds neither code nor error."),
        ("code=&state=\(state)", .invalidResponse, "the callback holds neither code nor error."),
        (
            "code=c&state=other", .invalidResponse,
            "the callback is not the answer to this request: it has another state."
        ),
        ("code=c", .invalidResponse, "the callback is not the answer to this request: it has another state."),
        (
            "error=access_denied", .invalidResponse,
            "the callback is not the answer to this request: it has another state."
        ),
    ])
    func checksTheCallback(query: String, reason: AuthorizationError.Reason, message: String) throws {
        let callback = try #require(URL(string: "my-app://signed-in?\(query)"))
        let error = #expect(throws: AuthorizationError.self) { try request().code(from: callback) }
        #expect(error?.reason == reason)
        #expect(error?.description == message)
    }
}
