@_spi(Generated) import APIRuntime
import APIRuntimeTesting
import APISigning
import Foundation
import Testing

@Suite struct RecordingTests {
    private func client(_ transport: any ClientTransport, secret: String = "s3cr3t-value") -> APIClient {
        var client = APIClient(
            baseURL: "https://api.example.com/v1", configuration: .reproducible(transport: transport))
        client.credentials = [
            "key": .apiKey(secret, in: .query("key")), "header": .apiKey(secret, in: .header("X-Key")),
            "cookie": .apiKey(secret, in: .cookie("session")), "bearer": .bearer(secret),
            "signature": .hmacSHA256(key: secret, signing: ["q": .query], in: .query("sig")),
        ]
        client.security = [["key", "header", "cookie", "bearer", "signature"]]
        return client
    }

    private func pet(_ id: String, limit: Int = 1, body: JSONValue? = nil) -> Request {
        var request = Request(body == nil ? .get : .put, "/pets/{petId}", operation: "getPet")
        request.path("petId", id)
        request.query("limit", limit)
        if let body { request.body(body) }
        return request
    }

    /// Records requests against a service that repeats the secret wherever it can.
    private func recording(_ requests: [Request], secret: String = "s3cr3t-value") async throws
        -> RecordedExchanges
    {
        let count = Locked(0)
        let transport = RecordingTransport(
            InMemoryTransport { request in
                count.change { $0 += 1 }
                var response = TransportResponse.json(
                    #"{"n":\#(count.current),"access_token":"\#(secret)","note":"told \#(secret)"}"#)
                response.head.headerFields[.setCookie] = "session=\(secret)"
                response.head.headerFields[.server] = "of \(secret)"
                return response
            })
        for request in requests {
            let _: JSONValue = try await client(transport, secret: secret).send(request)
        }
        return transport.recorded
    }

    private var file: URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).json")
    }

    @Test func replaysWhatWasRecorded() async throws {
        let file = file
        defer { try? FileManager.default.removeItem(at: file) }
        let body: JSONValue = ["name": "Rex"]
        try await recording([pet("a"), pet("b"), pet("a"), pet("a", body: body)]).write(to: file)
        // Other credentials, and so another signature.
        let transport = ReplayTransport(try RecordedExchanges(contentsOf: file))
        let client = client(transport, secret: "another-one")
        var numbers: [Int?] = []
        for request in [pet("a", body: body), pet("a"), pet("a"), pet("b")] {
            let value: JSONValue = try await client.send(request)
            numbers.append(value["n"]?.integer)
        }
        #expect(numbers == [4, 1, 3, 2])
        try transport.checkAllUsed()
    }

    @Test(arguments: ["s3cr3t-value", "tQ7zW4mK9pXv", "abc"])
    func holdsNoCredentials(secret: String) async throws {
        let file = file
        defer { try? FileManager.default.removeItem(at: file) }
        try await recording([pet("a", body: ["password": .string(secret)])], secret: secret).write(to: file)
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(!text.contains(secret), "\(text)")
        let exchange = try #require(try RecordedExchanges(contentsOf: file).exchanges.first)
        let headers = exchange.headers.map { "\($0.name): \($0.value)" }
        #expect(headers.contains("Set-Cookie: [redacted]"))
        #expect(headers.contains("Server: of [redacted]"))
        #expect(exchange.text == #"{"access_token":"[redacted]","n":1,"note":"told [redacted]"}"#)
        #expect(exchange.request.query == "limit=1&key=[redacted]&sig=[redacted]")
    }

    /// What holds no secret is kept byte for byte, text or not.
    @Test(arguments: [
        Data(#"{"b": 1.50,  "a": [null]}"#.utf8), Data([0, 255, 1]), Data(),
        Data("data: {\"token\":\"Hi\"}\n\n".utf8),
    ])
    func keepsBodies(body: Data) async throws {
        let transport = RecordingTransport(
            InMemoryTransport { _ in
                TransportResponse(
                    head: HTTPResponse(status: .accepted, headerFields: [.eTag: "\"1\""]), body: body)
            })
        let request = TransportRequest(
            operation: "a", head: HTTPRequest(method: .get, scheme: "https", authority: "a.b", path: "/a"))
        let original = try await transport.send(request)
        let data = try JSONEncoder().encode(transport.recorded)
        let replay = ReplayTransport(try JSONDecoder().decode(RecordedExchanges.self, from: data))
        let response = try await replay.send(request)
        #expect(response.body == body)
        #expect(response.head.status.code == 202)
        #expect(response.head.headerFields == original.head.headerFields)
    }

    /// Requests that were not recorded, with what differs from the nearest.
    @Test func namesTheNearestRequest() async throws {
        let recording = try await recording([pet("a"), pet("b", body: ["name": "Rex"])])
        let cases = [
            (
                pet("c"),
                "GET /v1/pets/c was not recorded; the nearest request is GET /v1/pets/a of 'getPet', with another path"
            ),
            (
                pet("a", limit: 2),
                "with another query ('limit=1&key=[redacted]&sig=[redacted]', not 'limit=2&"
            ),
            (pet("b", body: ["name": "Max"]), "is PUT /v1/pets/b of 'getPet', with another body"),
            (pet("b"), "is PUT /v1/pets/b of 'getPet', with another method and body"),
        ]
        for (request, advice) in cases {
            let transport = ReplayTransport(recording)
            let error = await #expect(throws: APIError.self) { try await client(transport).send(request) }
            #expect(error?.description.contains(advice) == true, "\(String(describing: error))")
        }
    }

    @Test func replaysEachExchangeOnce() async throws {
        let transport = ReplayTransport(try await recording([pet("a"), pet("b")]))
        let client = client(transport)
        try await client.send(pet("a"))
        let error = await #expect(throws: APIError.self) { try await client.send(pet("a")) }
        #expect(
            error?.description.contains("GET /v1/pets/a was recorded 1 times, and sent once more") == true)
        let unused = #expect(throws: UnusedAnswers.self) { try transport.checkAllUsed() }
        #expect(unused?.description == "answers were not used: 1 for 'getPet'")
    }

    @Test func tellsThatNothingWasRecorded() async {
        let client = client(ReplayTransport(RecordedExchanges()))
        let error = await #expect(throws: APIError.self) { try await client.send(pet("a")) }
        #expect(error?.description.contains("nothing was recorded") == true)
    }
}
