@_spi(Generated) import APIRuntime
import Foundation
import Testing

/// Streams of events whose connections are lost (HTML standard, section 9.2.4).
@Suite struct ResumptionTests {
    /// A transport whose connections each end as told: with a loss, unless the text says otherwise.
    private final class LosingTransport: ClientTransport {
        private let connections: [String]
        private let contentTypes: [String?]
        private let requests = Locked<[TransportRequest]>([])

        init(_ connections: [String], contentTypes: [String?] = []) {
            self.connections = connections
            self.contentTypes = contentTypes
        }

        var lastEventIDs: [String?] {
            requests.withLock { $0.map { $0.head.headerFields[.init("Last-Event-ID") ?? .accept] } }
        }

        func send(_ request: TransportRequest) async throws -> TransportResponse { .empty() }

        func stream(_ request: TransportRequest) async throws -> TransportStream {
            let number = requests.withLock {
                $0.append(request)
                return $0.count
            }
            guard number <= connections.count else { return TransportStream(.empty()) }
            let text = connections[number - 1]
            let body = AsyncThrowingStream<Data, any Error> { stream in
                stream.yield(Data(text.utf8))
                stream.finish(throwing: TransportError(.interrupted, message: "lost"))
            }
            var head = HTTPResponse(status: .ok)
            if number <= contentTypes.count { head.headerFields[.contentType] = contentTypes[number - 1] }
            return TransportStream(head: head, body: body)
        }
    }

    private func texts(
        _ transport: LosingTransport, _ method: HTTPRequest.Method = .get,
        _ change: (inout APIClient) -> Void = { _ in },
    ) async throws -> (texts: [String], isLost: Bool) {
        var client = APIClient(
            baseURL: "https://a.b", configuration: ClientConfiguration(transport: transport))
        client.options.resumesEvents = true
        client.configuration.sleep = { _ in }
        change(&client)
        let stream: ResponseStream<String> = try await client.stream(
            Request(method, "/events", operation: "streamEvents"), as: .eventData)
        var texts: [String] = []
        do throws(APIError) {
            for try await text in stream { texts.append(text) }
        } catch {
            return (texts, true)
        }
        return (texts, false)
    }

    @Test func asksForTheRest() async throws {
        let transport = LosingTransport([
            "id: 1\ndata: a\n\nid: 2\ndata: b\n\nid: 3\ndata: half", "data: c\n\n",
        ])
        let (texts, isLost) = try await texts(transport)
        #expect(texts == ["a", "b", "c"])
        #expect(!isLost)
        #expect(transport.lastEventIDs == [nil, "2", "2"])
    }

    @Test func waitsAsLongAsTheServiceSays() async throws {
        let waits = Locked<[Duration]>([])
        let transport = LosingTransport(["id: 1\ndata: a\n\n", "retry: 20\ndata: b\n\n"])
        _ = try await texts(transport) { client in
            client.configuration.sleep = { wait in waits.withLock { $0.append(wait) } }
        }
        #expect(waits.withLock { $0 } == [.seconds(3), .milliseconds(20)])
    }

    /// Once the stream is resumed, it is not begun where the caller began it.
    @Test func continuesBehindTheLastEvent() async throws {
        let transport = LosingTransport(["id: 1\ndata: a\n\n"])
        let (texts, isLost) = try await texts(transport) { client in
            client.options.headers[.init("Last-Event-ID") ?? .accept] = "0"
        }
        #expect(texts == ["a"])
        #expect(!isLost)
        #expect(transport.lastEventIDs == ["0", "1"])
    }

    @Test func resumesRequestsWithAKey() async throws {
        let transport = LosingTransport(["id: 1\ndata: a\n\n", "data: b\n\n"])
        let (texts, isLost) = try await texts(transport, .post) { $0.options.idempotencyKey = "k" }
        #expect(texts == ["a", "b"])
        #expect(!isLost)
    }

    /// A page of a proxy in place of the rest is no end of the stream.
    @Test func checksWhatFollows() async throws {
        let transport = LosingTransport(["id: 1\ndata: a\n\n", "<html>"], contentTypes: [nil, "text/html"])
        let (texts, isLost) = try await texts(transport)
        #expect(texts == ["a"])
        #expect(isLost)
    }

    /// Without an ID, without an event since the last loss, for a `POST`, and if nobody asked for it.
    @Test func endsOtherwise() async throws {
        let unidentified = try await texts(LosingTransport(["data: a\n\n", "data: b\n\n"]))
        #expect(unidentified == (["a"], true))
        let useless = try await texts(LosingTransport(["id: 1\ndata: a\n\n", "", "data: b\n\n"]))
        #expect(useless == (["a"], true))
        let posted = try await texts(LosingTransport(["id: 1\ndata: a\n\n", "data: b\n\n"]), .post)
        #expect(posted == (["a"], true))
        let unasked = try await texts(LosingTransport(["id: 1\ndata: a\n\n", "data: b\n\n"])) {
            $0.options.resumesEvents = false
        }
        #expect(unasked == (["a"], true))
    }

    @Test func streamsBytes() async throws {
        let transport = InMemoryTransport { _ in
            var response = TransportResponse.empty(status: .ok)
            response.body = Data("<html>\n\n".utf8)
            response.head.headerFields[.contentType] = "text/html"
            return response
        }
        let client = APIClient(
            baseURL: "https://a.b", configuration: ClientConfiguration(transport: transport))
        let request = Request(.get, "/file", operation: "getFile")
        var bytes = Data()
        let stream: ResponseStream<Data> = try await client.stream(request, as: .bytes)
        for try await chunk in stream { bytes += chunk }
        #expect(bytes == Data("<html>\n\n".utf8))
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("got-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        for _ in 1...2 {
            let stream: ResponseStream<Data> = try await client.stream(request, as: .bytes)
            try await stream.write(to: url)
            #expect(try Data(contentsOf: url) == bytes)
        }
        let lost: ResponseStream<Data> = try await APIClient(
            baseURL: "https://a.b",
            configuration: ClientConfiguration(transport: LosingTransport(["abc"]))
        ).stream(request, as: .bytes)
        await #expect(throws: APIError.self) { try await lost.write(to: url) }
        #expect(try Data(contentsOf: url) == bytes)
        let names = try FileManager.default.contentsOfDirectory(
            atPath: url.deletingLastPathComponent().path)
        #expect(!names.contains { $0.hasPrefix("\(url.lastPathComponent).partial") })
    }
}
