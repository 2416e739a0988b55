import APIRuntime
import Foundation
import LineStreams
import Loopback
import Testing

/// Streams over HTTP on this machine.
@Suite(.timeLimit(.minutes(1))) struct LineStreamTests {
    private let wire = Wire { LineStreamsClient(server: $0, configuration: $1) }

    /// Opened by the test, and waited for by the server.
    private final class Gate: Sendable {
        private let stream: AsyncStream<Void>
        private let continuation: AsyncStream<Void>.Continuation

        init() { (stream, continuation) = AsyncStream.makeStream() }

        func open() { continuation.finish() }
        func wait() async { for await _ in stream {} }
    }

    @Test func handsOverAnItemBeforeTheNextIsSent() async throws {
        let gate = Gate()
        try await ScriptedServer.run(wire) { peer, head in
            #expect(head.contains("GET /games "))
            #expect(head.contains("application/x-ndjson"))
            try await peer.beginChunks("application/x-ndjson")
            try await peer.sendChunk(#"{"id": "1"}"# + "\n")
            await gate.wait()
            try await peer.sendChunk("\n\n" + #"{"id": "2", "mo"#)
            try await peer.sendChunk(#"ves": [1]}"#)
            try await peer.sendChunk("")
        } _: { client in
            var games = try await client.streams.streamGames().makeAsyncIterator()
            #expect(try await games.next() == Game(id: "1"))
            gate.open()
            #expect(try await games.next() == Game(id: "2", moves: [1]))
            #expect(try await games.next() == nil)
            #expect(try await games.next() == nil)
        }
    }

    @Test func readsRecordsAtTheirLineFeed() async throws {
        let gate = Gate()
        try await ScriptedServer.run(wire) { peer, _ in
            try await peer.begin("application/json-seq")
            try await peer.send("\u{1E}{\n\"id\": \"}\\\"\"\n}\n")
            await gate.wait()
            try await peer.send("\u{1E}{\"id\": \"2\"}\n\u{1E}{\"id\"")
        } _: { client in
            var games = try await client.streams.streamRecords().makeAsyncIterator()
            #expect(try await games.next()?.id == "}\"")
            gate.open()
            #expect(try await games.next()?.id == "2")
            let error = await #expect(throws: APIError.self) { _ = try await games.next() }
            #expect(error?.answer?.path == "$ of item 3")
        }
    }

    // MARK: Failures

    @Test func throwsBeforeTheStreamBegins() async throws {
        try await ScriptedServer.run(wire) { peer, _ in
            let body = #"{"message": "who are you?"}"#
            try await peer.send(
                "HTTP/1.1 401 No\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
            )
        } _: { client in
            let error = await #expect(throws: APIError.self) { _ = try await client.streams.streamGames() }
            #expect(error?.failure?.status == 401)
            #expect(error?.failure?.body(as: Problem.self)?.message == "who are you?")
        }
    }

    @Test func tellsWhichItemIsWrong() async throws {
        let lines = #"{"id": "1"}"# + "\n" + #"{"id": "2", "moves": [1, "x"]}"# + "\n" + #"{"id": "3"}"#
        let transport = InMemoryTransport { _ in .answer(lines, "application/x-ndjson") }
        let client = wire.client(transport).with { $0.reading = .strict }
        let stream = try await client.streams.streamGames()
        var ids: [String] = []
        let error = await #expect(throws: APIError.self) {
            for try await game in stream { ids.append(game.id) }
        }
        #expect(ids == ["1"])
        #expect(error?.answer?.path == "$.moves[1] of item 2")
        #expect(error?.answer?.found == #""x""#)
        #expect(error?.answer?.body == Data(#"{"id": "2", "moves": [1, "x"]}"#.utf8))
        #expect(try await Array(stream).isEmpty)
    }

    /// What stands before a service may answer with a page of its own.
    @Test func saysThatAPageIsNoStream() async throws {
        let transport = InMemoryTransport { _ in .answer("<html></html>", "text/html; charset=utf-8") }
        let error = await #expect(throws: APIError.self) {
            try await wire.client(transport).streams.streamGames()
        }
        #expect(error?.description.contains("found text/html") == true)
    }

    @Test(arguments: [true, false])
    func throwsWhenTheConnectionBreaks(inChunks: Bool) async throws {
        try await ScriptedServer.run(wire) { peer, _ in
            if inChunks {
                try await peer.beginChunks("application/x-ndjson")
                try await peer.sendChunk(#"{"id": "1"}"# + "\n")
                try await peer.send("20\r\n{\"id\"")
            } else {
                try await peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\": \"1\"}\n{\"id\"")
            }
        } _: { client in
            var games = try await client.streams.streamGames().makeAsyncIterator()
            #expect(try await games.next()?.id == "1")
            let error = await #expect(throws: APIError.self) { _ = try await games.next() }
            #expect(error?.reason == .interrupted)
        }
    }

    @Test func givesUpWhenTheAnswerDoesNotBegin() async throws {
        try await ScriptedServer.run(wire) { peer, _ in
            await peer.waitForClose()
        } _: { client in
            let hasty = client.with { $0.timeout = .milliseconds(100) }
            let error = await #expect(throws: APIError.self) { _ = try await hasty.streams.streamGames() }
            #expect(error?.reason == .timedOut)
        }
    }

    @Test func outlivesTheTimeoutOnceItBegan() async throws {
        try await ScriptedServer.run(wire) { peer, _ in
            try await peer.begin("application/x-ndjson")
            try await Task.sleep(for: .milliseconds(10_500))
            try await peer.send(#"{"id": "1"}"#)
        } _: { client in
            let hasty = client.with { $0.timeout = .seconds(10) }
            let games = try await Array(hasty.streams.streamGames())
            #expect(games.map(\.id) == ["1"])
        }
    }

    // MARK: Closing

    @Test func closesTheConnectionWhenCancelled() async throws {
        let (began, closed) = (Gate(), Gate())
        try await ScriptedServer.run(wire) { peer, _ in
            try await peer.begin("application/x-ndjson")
            try await peer.send(#"{"id": "1"}"# + "\n")
            await peer.waitForClose()
            closed.open()
        } _: { client in
            let task = Task {
                for try await _ in try await client.streams.streamGames() { began.open() }
            }
            await began.wait()
            task.cancel()
            let error = await #expect(throws: APIError.self) { try await task.value }
            #expect(error?.isCancelled == true)
            await closed.wait()
        }
    }

    @Test func closesTheConnectionWhenLetGo() async throws {
        let closed = Gate()
        try await ScriptedServer.run(wire) { peer, _ in
            try await peer.begin("application/x-ndjson")
            try await peer.send(#"{"id": "1"}"# + "\n")
            await peer.waitForClose()
            closed.open()
        } _: { client in
            for try await game in try await client.streams.streamGames() {
                #expect(game.id == "1")
                break
            }
            await closed.wait()
        }
    }

    @Test func losesNothingThatIsReadLate() async throws {
        let isSent = Gate()
        let filler = String(repeating: "x", count: 1 << 14)
        try await ScriptedServer.run(wire) { peer, _ in
            try await peer.begin("application/x-ndjson")
            for number in 0..<500 { try await peer.send("{\"id\": \"\(filler)\", \"moves\": [\(number)]}\n") }
            isSent.open()
        } _: { client in
            let stream = try await client.streams.streamGames()
            await isSent.wait()
            var numbers: [Int] = []
            for try await game in stream { numbers += game.moves ?? [] }
            #expect(numbers == Array(0..<500))
        }
    }
}
