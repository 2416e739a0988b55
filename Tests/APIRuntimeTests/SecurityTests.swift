@_spi(Generated) import APIRuntime
import Foundation
import Testing

@Suite struct SecurityTests {
    private func authorized(
        _ credentials: [String: Credential], _ security: [[String]], override: [[String]]? = nil,
        _ build: (inout Request) -> Void = { _ in },
    ) async throws(APIError) -> TransportRequest {
        let transport = InMemoryTransport()
        var api = client(transport)
        api.credentials = credentials
        api.security = security
        var request = Request(.get, "/items", operation: "getItems")
        request.security = override
        build(&request)
        try await api.send(request)
        return transport.requests[0]
    }

    @Test func putsKeysWhereTheyBelong() async throws {
        let request = try await authorized(
            [
                "q": .apiKey("a b&c", in: .query("api key")), "h": .apiKey("a b", in: .header("X-Key")),
                "c": .apiKey("a;b", in: .cookie("key")),
            ], [["c", "h", "q"]]
        ) {
            $0.query("first", 1)
            $0.cookie("first", 1)
        }
        #expect(request.query == "first=1&api%20key=a%20b%26c")
        #expect(request.head.headerFields[.cookie] == "first=1; key=a%3Bb")
        #expect(request.head.headerFields.first { $0.name.rawName == "X-Key" }?.value == "a b")
    }

    @Test(arguments: [
        (Credential.bearer("t.o-k_e~n+/="), "Bearer t.o-k_e~n+/="),
        (.basic(username: "Aladdin", password: "open sesame"), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
        (.basic(username: "ü", password: ""), "Basic w7w6"),
    ])
    func authorizes(credential: Credential, value: String) async throws {
        let request = try await authorized(["s": credential], [["s"]])
        #expect(request.head.headerFields[.authorization] == value)
    }

    @Test func takesTheFirstAlternativeThatIsComplete() async throws {
        let keys: [String: Credential] = ["a": .bearer("a"), "c": .bearer("c")]
        let second = try await authorized(keys, [["a", "b"], ["c"], ["a"]])
        #expect(second.head.headerFields[.authorization] == "Bearer c")
        let none = try await authorized(keys, [["b"], []])
        #expect(none.head.headerFields[.authorization] == nil)
    }

    @Test func takesTheAlternativeThatUsesMost() async throws {
        let keys: [String: Credential] = [
            "a": .bearer("a"), "q": .apiKey("q", in: .query("q")), "r": .apiKey("r", in: .query("r")),
        ]
        let optional = try await authorized(keys, [[], ["a"]])
        #expect(optional.head.headerFields[.authorization] == "Bearer a")
        let both = try await authorized(keys, [["r"], ["a", "q"], ["q", "r"], []])
        #expect(both.query == "q=q")
        #expect(both.head.headerFields[.authorization] == "Bearer a")
        let anonymous = try await authorized([:], [["a"], []])
        #expect(anonymous.head.headerFields[.authorization] == nil)
    }

    @Test func takesThePlaceOfParameters() async throws {
        let keys: [String: Credential] = [
            "q": .apiKey("k", in: .query("api key")), "h": .apiKey("k", in: .header("x-key")),
            "c": .apiKey("k", in: .cookie("key")),
        ]
        let request = try await authorized(keys, [["q", "h", "c"]]) {
            $0.query("api key", "mine")
            $0.querystring("all", form: ["api key": "mine", "b": "2"])
            $0.header("X-Key", "mine")
            $0.cookie("key", "mine")
            $0.cookie("keys", "mine")
        }
        #expect(request.query == "b=2&api%20key=k")
        #expect(request.head.headerFields[.cookie] == "keys=mine; key=k")
        #expect(request.head.headerFields.filter { $0.name.canonicalName == "x-key" }.map(\.value) == ["k"])
    }

    /// A header of the caller may hold several cookies.
    @Test func takesThePlaceOfACookieOfTheCaller() async throws {
        let transport = InMemoryTransport()
        var api = client(transport)
        api.credentials = ["c": .apiKey("k", in: .cookie("key"))]
        api.security = [["c"]]
        api.options.headers = [.cookie: "a=1; key=old"]
        try await api.send(Request(.get, "/items", operation: "getItems"))
        #expect(transport.requests.map { $0.head.headerFields[.cookie] } == ["a=1; key=k"])
    }

    @Test func takesTheOverrideOfARequest() async throws {
        let keys: [String: Credential] = ["a": .bearer("a")]
        let open = try await authorized(keys, [["a"]], override: [])
        #expect(open.head.headerFields[.authorization] == nil)
        let own = try await authorized(keys, [], override: [["a"]])
        #expect(own.head.headerFields[.authorization] == "Bearer a")
    }

    @Test func namesWhatIsMissing() async {
        let error = await failure { () throws(APIError) in
            try await authorized(["a": .bearer("a")], [["a", "b", "c"], ["d"]])
        }
        #expect(
            error?.description
                == "getItems was not sent: credentials are missing: set b and c, or d in the client.")
    }

    @Test(arguments: ["key\n", "k\r\ney", "k\u{0}"])
    func refusesKeysThatEndAHeader(key: String) async {
        for credential in [Credential.apiKey(key, in: .header("X-Key")), .bearer(key)] {
            let error = await failure { () throws(APIError) in
                try await authorized(["Key": credential], [["Key"]])
            }
            #expect(
                error?.description
                    == "getItems was not sent: Key must not hold control characters, nor blanks at its ends.")
        }
    }

    /// An authorizer that waits for its token, as an OAuth provider does.
    @Test func waitsForTokens() async throws {
        let request = try await authorized(["OAuth": Credential(TokenProvider())], [["OAuth"]])
        #expect(request.head.headerFields[.authorization] == "Bearer fetched")
    }

    @Test func reportsWhatAnAuthorizerThrows() async {
        let error = await failure { () throws(APIError) in
            try await authorized(["OAuth": Credential(TokenProvider(fails: true))], [["OAuth"]])
        }
        #expect(error?.description == "getItems got no answer: https://login/token (TokenFailure).")
    }
}

private struct TokenFailure: Error, CustomStringConvertible {
    var description: String { "https://login/token?client_secret=hidden" }
}

private struct TokenProvider: Authorizer {
    var fails = false

    func authorize(_ request: inout OutgoingRequest) async throws {
        await Task.yield()
        if fails { throw TokenFailure() }
        request.set("Bearer fetched", in: .header("Authorization"))
    }
}
