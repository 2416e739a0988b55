@_spi(Generated) import APIRuntime
import APISigning
import Foundation
import Testing

/// Bodies that are not in memory, and what is added to a request for one call.
@Suite struct StreamedBodyTests {
    /// A transport that takes bodies as they are, and fails as often as it is told.
    private struct StreamingTransport: ClientTransport {
        let failures: Int
        let bodies = Locked<[String]>([])
        var sendsStreams: Bool { true }

        func send(_ request: TransportRequest) async throws -> TransportResponse {
            var text = ""
            if let chunks = try await request.content?.chunks() {
                for try await chunk in chunks { text += String(decoding: chunk, as: UTF8.self) + "|" }
            }
            request.onUpload?(text.utf8.count)
            let count = bodies.withLock {
                $0.append(text)
                return $0.count
            }
            return count <= failures ? .json("{}", status: .serviceUnavailable) : .json("[1]")
        }
    }

    private func client(_ transport: some ClientTransport) -> APIClient {
        var client = APIClient(
            baseURL: "https://a.b", configuration: ClientConfiguration(transport: transport))
        client.configuration.sleep = { _ in }
        client.configuration.boundary = { "b" }
        return client
    }

    private func request(_ content: (any HTTPBody)?) -> Request {
        var request = Request(.put, "/items", operation: "putItem")
        request.body(content, contentType: "a/b")
        return request
    }

    private static let pieces = ["ab", "c"].map { Data($0.utf8) }

    private var once: AsyncStream<Data> {
        AsyncStream { stream in
            for piece in Self.pieces { stream.yield(piece) }
            stream.finish()
        }
    }

    private func withFile(_ body: (URL) async throws -> Void) async throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("file-\(UUID().uuidString)")
        try Data("abc".utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        try await body(url)
    }

    @Test func handsOverChunks() async throws {
        let transport = StreamingTransport(failures: 0)
        let progress = Locked<[TransferProgress]>([])
        var client = client(transport)
        client.options.onUpload = { value in progress.change { $0.append(value) } }
        try await client.send(request(HTTPStreamBody(once, length: 3)))
        try await withFile { try await client.send(request(HTTPFileBody($0))) }
        try await client.send(request(Data("abc".utf8)))
        #expect(transport.bodies.current == ["ab|c|", "abc|", "abc|"])
        #expect(progress.current.map(\.total) == [3, 3, 3])
        #expect(progress.current.map(\.bytes) == [5, 4, 4])
    }

    /// What can be read once is sent once, even if a retry were due.
    @Test func sendsSequencesOnceUnlessTheyCanBeMadeAgain() async throws {
        let transport = StreamingTransport(failures: 1)
        let error = await failure { () throws(APIError) in
            try await client(transport).send(request(HTTPStreamBody(once)))
        }
        #expect(error?.status == .serviceUnavailable)
        #expect(transport.bodies.current == ["ab|c|"])
        let other = StreamingTransport(failures: 1)
        try await client(other).send(request(HTTPStreamBody { once }))
        #expect(other.bodies.current == ["ab|c|", "ab|c|"])
    }

    @Test func loadsBodiesForTransportsThatNeedThem() async throws {
        let transport = InMemoryTransport()
        try await client(transport).send(request(HTTPStreamBody(once)))
        try await withFile { try await client(transport).send(request(HTTPFileBody($0))) }
        #expect(transport.requests.map(\.body) == [Data("abc".utf8), Data("abc".utf8)])
    }

    @Test func loadsBodiesThatAreSigned() async throws {
        let transport = StreamingTransport(failures: 0)
        var client = client(transport)
        client.credentials["key"] = .hmacSHA256(key: "k", signing: ["b": .body], in: .header("Signature"))
        client.security = [["key"]]
        try await client.send(request(HTTPStreamBody(once)))
        #expect(transport.bodies.current == ["abc|"])
    }

    @Test func saysThatAFileIsMissing() async throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("none-\(UUID().uuidString)")
        for url in [url, FileManager.default.temporaryDirectory] {
            let error = await failure { () throws(APIError) in
                try await client(InMemoryTransport()).send(request(HTTPFileBody(url)))
            }
            #expect(error?.description == "putItem was not sent: body is a file that cannot be read.")
        }
    }

    private struct Broken: Error {}

    @Test func saysThatASequenceBroke() async throws {
        let broken = AsyncThrowingStream<Data, any Error> { $0.finish(throwing: Broken()) }
        let error = await failure { () throws(APIError) in
            try await client(InMemoryTransport()).send(request(HTTPStreamBody(broken)))
        }
        guard case .transport(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.message == "the body could not be read (Broken)")
    }

    // MARK: - Parts

    private struct Upload: Encodable {
        let name: String
        let file: FilePart
    }

    private func multipart(_ upload: Upload) -> Request {
        var request = Request(.post, "/items", operation: "addItem")
        request.multipart(upload)
        return request
    }

    @Test func streamsParts() async throws {
        let transport = StreamingTransport(failures: 0)
        try await client(transport).send(
            multipart(Upload(name: "n", file: FilePart(HTTPStreamBody(once, length: 3), filename: "f"))))
        let text = """
            --b\r
            Content-Disposition: form-data; name="name"\r
            \r
            |n|\r
            |--b\r
            Content-Disposition: form-data; name="file"; filename="f"\r
            Content-Type: application/octet-stream\r
            \r
            |ab|c|\r
            |--b--\r
            |
            """
        #expect(transport.bodies.current == [text])
    }

    @Test func knowsTheLengthOfParts() async throws {
        let lengths = Locked<[Int?]>([])
        let transport = InMemoryTransport()
        var client = client(transport)
        client.configuration.middleware = [
            LengthMiddleware { length in lengths.change { $0.append(length) } }
        ]
        for length in [3, nil] {
            try await client.send(
                multipart(
                    Upload(name: "n", file: FilePart(HTTPStreamBody(once, length: length), filename: "f"))))
        }
        #expect(lengths.current == [transport.requests[0].body?.count, nil])
    }

    private struct LengthMiddleware: ClientMiddleware {
        let report: @Sendable (Int?) -> Void

        func intercept(_ request: TransportRequest, next: @escaping Next) async throws -> TransportStream {
            report(request.content?.length)
            return try await next(request)
        }
    }

    @Test func comparesParts() throws {
        let body = HTTPStreamBody(once)
        let url = URL(fileURLWithPath: "/a")
        func part(_ content: any HTTPBody) -> FilePart { FilePart(content, filename: nil) }
        #expect(part(body) == part(body))
        #expect(part(body) != part(HTTPStreamBody(once)))
        #expect(part(.file(url)) == part(.file(url)))
        #expect(part(Data()) == part(Data()))
        #expect(part(Data()) != part(.file(url)))
        #expect(Set([part(body), part(body), part(.file(url))]).count == 2)
    }

    /// In JSON, a file is Base64, for which it has to be in memory.
    @Test func takesNoStreamsInJSON() async throws {
        let part = FilePart(HTTPStreamBody(once), filename: nil)
        let problems = await violations(.post) { $0.body(["file": part]) }
        #expect(problems.map(\.message) == ["$.file cannot be written as JSON"])
        #expect(await violations(.post) { $0.form(["file": part]) }.count == 1)
        let nested = await violations(.post) { $0.multipart(["a": ["file": part]]) }
        #expect(nested.map(\.message) == ["a must be in memory, since it is part of JSON"])
        #expect(throws: EncodingError.self) { try JSONEncoder().encode([part]) }
    }

    // MARK: - Additions of a call

    private func sent(
        _ request: Request, _ change: (inout CallOptions) -> Void,
    ) async throws(APIError) -> TransportRequest {
        let transport = InMemoryTransport()
        var client = client(transport)
        change(&client.options)
        try await client.send(request)
        return transport.requests[0]
    }

    @Test func addsQueryItems() async throws {
        var request = Request(.get, "/items", operation: "getItems")
        request.query("a", "1")
        let sent = try await sent(request) { $0.queryItems = [("debug", "x y"), ("debug", "&")] }
        #expect(sent.query == "a=1&debug=x%20y&debug=%26")
    }

    @Test func addsMembers() async throws {
        var request = Request(.post, "/items", operation: "addItem")
        request.body(["b": JSONValue.string("1"), "c": 1.5])
        let replaced = try await sent(request) { $0.bodyMembers = ["a": ["x": nil], "b": 2] }
        #expect(replaced.body == Data(#"{"a":{"x":null},"b":2,"c":1.5}"#.utf8))
        let alone = try await sent(Request(.post, "/items", operation: "addItem")) {
            $0.bodyMembers = ["a": true]
        }
        #expect(alone.body == Data(#"{"a":true}"#.utf8))
        #expect(alone.head.headerFields[.contentType] == "application/json")
    }

    @Test func addsMembersToObjectsOnly() async throws {
        var list = Request(.post, "/items", operation: "addItem")
        list.body([1])
        var form = Request(.post, "/items", operation: "addItem")
        form.form(["a": 1])
        for request in [list, form, self.request(Data("{}".utf8))] {
            let error = await failure { () throws(APIError) in
                try await sent(request) { $0.bodyMembers = ["a": true] }
            }
            #expect(error?.description.contains("bodyMembers need a body that is a JSON object") == true)
        }
    }

    @Test func tellsHowMuchWasReceived() async throws {
        let progress = Locked<[TransferProgress]>([])
        var client = client(InMemoryTransport { _ in .json("[1, 2]") })
        client.options.onDownload = { value in progress.change { $0.append(value) } }
        let numbers: [Int] = try await client.send(Request(.get, "/items", operation: "getItems"))
        #expect(numbers == [1, 2])
        #expect(progress.current.map(\.bytes) == [6])
    }
}
