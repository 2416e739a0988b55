@_spi(Generated) import APIRuntime
import APIRuntimeTesting
import Foundation
import Testing

@Suite struct ScriptTests {
    private func client(_ transport: any ClientTransport, clock: FakeClock = FakeClock()) -> APIClient {
        APIClient(
            baseURL: "https://api.example.com",
            configuration: .reproducible(transport: transport, clock: clock))
    }

    private func request(_ operation: String) -> Request {
        Request(.get, "/\(operation)", operation: operation)
    }

    @Test func answersInOrder() async throws {
        let transport = ScriptedTransport([.json("1"), .json("2")])
        let client = client(transport)
        let first: Int = try await client.send(request("a"))
        let second: Int = try await client.send(request("b"))
        #expect(first == 1 && second == 2)
        #expect(transport.requests.map(\.operation) == ["a", "b"])
        try transport.checkAllUsed()
    }

    @Test func answersOperationsInAnyOrder() async throws {
        let transport = ScriptedTransport([.json("0")], operations: ["a": [.json("1"), .json("2")]])
        let client = client(transport)
        let values: [Int] = [
            try await client.send(request("a")), try await client.send(request("b")),
            try await client.send(request("a")),
        ]
        #expect(values == [1, 0, 2])
        try transport.checkAllUsed()
    }

    @Test func failsAsTheScriptSays() async throws {
        let clock = FakeClock()
        let transport = ScriptedTransport([
            .failure(TransportError(.interrupted, message: "broken")), .empty(status: .serviceUnavailable),
            .response(.json("3")),
        ])
        let value: Int = try await client(transport, clock: clock).send(request("a"))
        #expect(value == 3)
        #expect(clock.waits == [.milliseconds(500), .seconds(1)])
    }

    /// A request too many is not retried, and tells what was asked for.
    @Test func tellsThatTheScriptIsOver() async throws {
        let transport = ScriptedTransport([.empty(), .json("1")], operations: ["b": [.empty()]])
        let client = client(transport)
        try await client.send(request("b"))
        let error = await #expect(throws: APIError.self) { try await client.send(request("b")) }
        #expect(error?.description.contains("the script has no answer left for 'b', request 2") == true)
        #expect(transport.requests.count == 2)
        let unused = #expect(throws: UnusedAnswers.self) { try transport.checkAllUsed() }
        #expect(unused?.count == 2 && unused?.operations == [:])
    }

    @Test func tellsWhatWasNotUsed() async throws {
        let transport = ScriptedTransport([.empty()], operations: ["b": [.empty(), .empty()], "a": []])
        let error = #expect(throws: UnusedAnswers.self) { try transport.checkAllUsed() }
        #expect(error?.description == "answers were not used: 1 for any operation, 2 for 'b'")
    }

    @Test func streamsChunkByChunk() async throws {
        let transport = ScriptedTransport([
            .stream(
                ["data: 1\n", "\ndata: 2\n\nda", "ta: 3\n\n"],
                endingWith: TransportError(.interrupted, message: "broken"))
        ])
        let stream: ResponseStream<Int> = try await client(transport).stream(request("a"), as: .eventData)
        var items: [Int] = []
        let error = await #expect(throws: APIError.self) {
            for try await item in stream { items.append(item) }
        }
        #expect(items == [1, 2, 3])
        #expect(error?.description.contains("broken") == true)
    }

    /// The body comes when the test wants: the first item is there before the second is sent.
    @Test func streamsWhatTheTestSends() async throws {
        let (body, chunks) = AsyncThrowingStream.makeStream(of: Data.self)
        let head = HTTPResponse(status: .ok)
        let transport = ScriptedTransport([.stream(TransportStream(head: head, body: body))])
        let stream: ResponseStream<Int> = try await client(transport).stream(request("a"), as: .jsonLines)
        chunks.yield(Data("1\n".utf8))
        var items = stream.makeAsyncIterator()
        #expect(try await items.next() == 1)
        chunks.yield(Data("2\n".utf8))
        chunks.finish()
        #expect(try await items.next() == 2)
        #expect(try await items.next() == nil)
    }

    @Test func collectsStreams() async throws {
        let transport = ScriptedTransport([.stream(["[1,", "2]"], contentType: "application/json")])
        let values: [Int] = try await client(transport).send(request("a"))
        #expect(values == [1, 2])
    }
}

@Suite struct FakeClockTests {
    @Test func advancesWhenSomethingSleeps() async throws {
        let clock = FakeClock(Date(timeIntervalSince1970: 100))
        let start = ContinuousClock.now
        try await clock.sleep(for: .seconds(3600))
        clock.advance(by: .milliseconds(1500))
        #expect(clock.now == Date(timeIntervalSince1970: 3701.5))
        #expect(clock.waits == [.seconds(3600)])
        #expect(start.duration(to: .now) < .seconds(600))
    }

    @Test func doesNotSleepInCancelledTasks() async {
        let clock = FakeClock()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await clock.sleep(for: .seconds(1))
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(clock.waits.isEmpty)
    }

    /// The same calls send the same requests.
    @Test func makesRequestsReproducible() async throws {
        func bodies() async throws -> [String] {
            let transport = InMemoryTransport()
            let configuration = ClientConfiguration.reproducible(transport: transport)
            var client = APIClient(baseURL: "https://a.b", configuration: configuration)
            client.credentials["Time"] = .unixTime(in: .query("time"))
            client.security = [["Time"]]
            for _ in 1...2 {
                var request = Request(.post, "/a", operation: "a")
                request.idempotencyKey(in: "Idempotency-Key")
                try await client.send(request)
            }
            let keys = transport.requests.map {
                $0.head.headerFields.map { "\($0.name) \($0.value)" }.sorted()
            }
            return zip(transport.requests, keys).map { "\($0.query ?? "") \($1)" }
        }
        let first = try await bodies()
        #expect(first == (try await bodies()))
        #expect(first.map { $0.prefix(15) } == ["time=1700000000", "time=1700000000"])
        #expect(first[0].contains("idempotency-key-1") && first[1].contains("idempotency-key-2"))
        #expect(ClientConfiguration.reproducible(transport: InMemoryTransport()).boundary() == "boundary")
    }
}
