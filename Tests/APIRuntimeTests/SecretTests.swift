@_spi(Generated) import APIRuntime
import APISigning
import Foundation
import Testing

private let secret = "s3cr3t/+\"ü&value"
private let forms = [
    secret, "s3cr3t", "%C3%BC%26value", Data("user:\(secret)".utf8).base64EncodedString(), "hidden",
]

private struct Leaky: Error, CustomStringConvertible {
    let description: String
}

@Suite struct SecretTests {
    private func client(_ transport: InMemoryTransport) -> APIClient {
        var api = APIClient(baseURL: "https://a.b", configuration: ClientConfiguration(transport: transport))
        api.credentials = [
            "key": .apiKey(secret, in: .query("key")), "cookie": .apiKey(secret, in: .cookie("key")),
            "header": .apiKey(secret, in: .header("X-Key")),
            "basic": .basic(username: "user", password: secret),
            "signature": .hmacSHA256(key: secret, signing: ["q": .query], in: .query("sig")),
        ]
        api.security = [["key", "cookie", "header", "basic", "signature"]]
        return api
    }

    private var request: Request {
        var request = Request(.get, "/items/{id}", operation: "getItem")
        request.path("id", secret, sensitive: true)
        request.query("userSecret", secret, sensitive: true)
        request.query("plain", "shown?", .maxLength(100))
        request.header("X-Secret", [secret], sensitive: true)
        request.cookie("secret", ["a": secret], sensitive: true)
        request.body(["password": secret])
        return request
    }

    /// Every error that a service, a transport or the client itself can cause, with the secret wherever it
    /// could stand.
    @Test(arguments: [
        "{\"value\":\"s3cr3t/+\\\"ü&value\"}", "{\"value\":\"s3cr3t\\/+\\\"ü&value\"}",
        "sent s3cr3t/+\"ü&value here",
        "key=s3cr3t%2F%2B%22%C3%BC%26value", "{\"id\":\"s3cr3t/+\\\"ü&value\"}",
    ])
    func hidesKnownValues(body: String) async throws {
        for status: HTTPResponse.Status in [.ok, .unauthorized, .internalServerError] {
            let transport = InMemoryTransport { _ in .json(body, status: status) }
            let error = await failure { () throws(APIError) -> Item in
                try await client(transport).send(request)
            }
            let shown = everythingShown(try #require(error))
            #expect(shown.contains("getItem"))
            #expect(shown.contains("[redacted]"))
            for form in forms { #expect(!shown.contains(form), "\(form) in \(shown)") }
        }
    }

    /// A secret as it may stand in URLs, forms and JSON, in escapes of both cases.
    @Test(arguments: [
        "k y/ä", "k%20y%2F%C3%A4", "k%20y%2f%c3%a4", "k+y%2F%C3%A4", #""k y\/ä""#, #""k y/\u00e4""#,
        #""k y\/\u00E4""#,
    ])
    func hidesEveryForm(form: String) async throws {
        let transport = InMemoryTransport { _ in .json("<\(form)>", status: .badRequest) }
        var request = Request(.get, "/items", operation: "getItems")
        request.query("userSecret", "k y/ä", sensitive: true)
        let error = await failure { [request] () throws(APIError) in try await client(transport).send(request)
        }
        #expect(error?.description.contains("[redacted]") == true)
        #expect(error?.description.contains(form.filter { $0 != "\"" }) == false)
    }

    @Test func hidesWhatTransportsTell() async throws {
        let transport = InMemoryTransport { request in
            throw Leaky(description: "no route to https://a.b\(request.head.path ?? "") for \(secret)")
        }
        let error = await failure { () throws(APIError) in try await client(transport).send(request) }
        let shown = everythingShown(try #require(error))
        #expect(shown.contains("no route to https://a.b/items/"))
        #expect(!shown.contains("plain") && !shown.contains("shown"))
        for form in forms { #expect(!shown.contains(form), "\(form) in \(shown)") }
    }

    @Test func hidesRefusedValues() async throws {
        var request = request
        request.query("short", secret, sensitive: true, .maxLength(1), .pattern("^$"))
        request.header("X-Broken", "\(secret)\n", sensitive: true)
        let error = await failure { [request] () throws(APIError) in
            try await client(InMemoryTransport()).send(request)
        }
        let shown = everythingShown(try #require(error))
        #expect(shown.contains("short must hold at most 1 character"))
        for form in forms { #expect(!shown.contains(form), "\(form) in \(shown)") }
    }

    @Test func hidesValuesOfRequestsAndClients() async throws {
        let transport = InMemoryTransport()
        let api = client(transport)
        try await api.send(request)
        var options = CallOptions()
        options.headers[.authorization] = secret
        let values: [Any] = [
            request, api, Credential.bearer(secret), options, transport, transport.requests[0],
        ]
        for value in values {
            let shown = everythingShown(value)
            for form in forms { #expect(!shown.contains(form), "\(form) in \(shown)") }
        }
    }

    /// Members whose names look secret, in any notation; what stands beside them stays.
    @Test(arguments: [
        #"{"access_token": "hidden", "near": 1}"#, #"{"near": 1, "accessToken":{"a": ["hidden"]}}"#,
        #"{"near": 1, "API-Key" : "hid\"hidden"}"#, #"{"near": 1, "api key": "hidden""#,
        #"{"near": 1, "x_password": "hidden"#,
        #"{"near": 1, "clientSecret": hidden, "b": 2}"#, #"{"near": "{\"token\": \"hidden\", \"a\": 1}"}"#,
        "near=1&token=hidden&b=2", "near: 1\nAuthorization: Bearer hidden\r\nb: 2",
        "<near/><Signature>hidden</Signature>",
    ])
    func hidesMembersThatLookSecret(body: String) async throws {
        let transport = InMemoryTransport { _ in .json(body, status: .badRequest) }
        let error = await failure { () throws(APIError) in try await client(transport).send(request) }
        let shown = everythingShown(try #require(error))
        #expect(shown.contains("near") && shown.contains("[redacted]"))
        #expect(!shown.contains("hidden"), "\(shown)")
    }

    @Test func hidesWhatWasFoundInstead() async throws {
        let transport = InMemoryTransport { _ in .json(#"{"token": "hidden"}"#) }
        let error = await failure { () throws(APIError) -> [String: Int] in
            try await client(transport).send(request)
        }
        #expect(error?.description.contains("at $.token: expected an integer, found [redacted]") == true)
    }

    /// A secret that the window around a place would cut in two is hidden whole.
    @Test(arguments: [0, 40, 100, 150, 180, 195])
    func hidesSecretsAtTheEdges(offset: Int) async throws {
        let filler = String(repeating: "x", count: offset)
        let body = "[\"\(filler)s3cr3t/+\\\"ü&value\",\"\(filler)\",{}]"
        let transport = InMemoryTransport { _ in .json(body) }
        let error = await failure { () throws(APIError) -> [String] in
            try await client(transport).send(request)
        }
        let shown = everythingShown(try #require(error))
        #expect(shown.contains("at $[2]: expected a string, found an object"))
        for part in ["s3c", "cr3t", "value", "alue"] { #expect(!shown.contains(part), "\(shown)") }
    }

    /// As services echo what they were sent: escaped for HTML, escaped twice for a URL, or in Base64.
    @Test(arguments: [
        "<p>k&amp;y &quot;/&lt;&#39;</p>", "<p>k&amp;y &#34;/&lt;&#39;</p>",
        "<p>k&amp;y &quot;&#x2F;&lt;&#x27;</p>",
        "k%2526y%2520%2522%252F%253C%2527", "ayZ5ICIvPCc=", "ayZ5ICIvPCc",
    ])
    func hidesEchoes(echo: String) async throws {
        let transport = InMemoryTransport { _ in .json("[\(echo)]", status: .badRequest) }
        let error = await failure { () throws(APIError) in
            try await client(transport).send(Self.request(with: "k&y \"/<'"))
        }
        let shown = everythingShown(try #require(error))
        #expect(shown.contains("[redacted]") && !shown.contains(echo), "\(shown)")
    }

    private static func request(with secret: String) -> Request {
        var request = Request(.get, "/items", operation: "getItems")
        request.query("userSecret", secret, sensitive: true)
        return request
    }

    /// Secrets of any length, wherever a service puts them: none is shown, and a short one spoils no word.
    @Test(arguments: [1, 2, 3, 5, 6, 12, 64])
    func hidesSecretsOfAnyLength(count: Int) async throws {
        let planted = String(
            "tQ7zW4mK9pXv2LbN8dRc5HgY3jFs6AkE1uTi0oPqZxCvBnMlKjHgFdSaQwErTyUiOp".prefix(count))
        let transport = InMemoryTransport { _ in
            var response = TransportResponse.json(
                #"{"note": "the host told \#(planted)"}"#, status: .badRequest)
            response.head = HTTPResponse(
                status: HTTPResponse.Status(code: 400, reasonPhrase: "Not \(planted)"),
                headerFields: [.retryAfter: planted])
            response.head.headerFields[try #require(HTTPField.Name("X-Request-ID"))] = "id \(planted)"
            return response
        }
        let error = await failure { () throws(APIError) in
            try await client(transport).send(Self.request(with: planted))
        }
        let shown = everythingShown(try #require(error))
        let words = shown.split { !$0.isLetter && !$0.isNumber }
        #expect(!words.contains { $0 == planted }, "\(shown)")
        #expect(shown.contains("the host told [redacted]") && shown.contains("Not [redacted]"), "\(shown)")
    }

    /// What programs print to see what is going on.
    @Test func hidesWhatAnswersAndOptionsHold() async throws {
        let headers: HTTPFields = [.setCookie: "session=s3cr3t", .authorization: "Bearer s3cr3t"]
        let answer = TransportResponse(
            head: HTTPResponse(status: .ok, headerFields: headers), body: Data(#"["s3cr3t"]"#.utf8))
        let transport = InMemoryTransport { _ in answer }
        let stream: ResponseStream<JSONValue> = try await APIClient(
            baseURL: "https://a.b", configuration: ClientConfiguration(transport: transport)
        ).stream(Request(.get, "/items", operation: "getItems"), as: .jsonLines)
        let bytes = TransportStream(answer)
        let values: [Any] = [
            answer, stream, bytes, CallOptions(headers: headers), BaseURL("https://user:s3cr3t@a.b"),
            APIServer<LibraryClient>("https://user:s3cr3t@a.b"), Redacted("s3cr3t"),
            ["key": Redacted("s3cr3t")],
        ]
        for value in values {
            let shown = everythingShown(value)
            #expect(!shown.contains("s3cr3t") && !shown.contains("115, 51, 99"), "\(shown)")
        }
    }
}
