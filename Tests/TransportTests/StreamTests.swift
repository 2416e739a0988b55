import APIRuntime
import APIRuntimeAsyncHTTPClient
import Foundation
import Loopback
import Testing

/// Bodies that are read as they come.
@Suite(.timeLimit(.minutes(5))) struct StreamTests {
    @Test(arguments: Kind.allCases) func receivesTheHeadAndPiecesAtOnce(kind: Kind) async throws {
        let (steps, step) = AsyncStream<Void>.makeStream()
        try await ScriptedServer.serve { peer, _ in
            var steps = steps.makeAsyncIterator()
            try await peer.beginChunks("text/plain")
            for text in ["one\n", "two\n"] {
                await steps.next()
                try await peer.sendChunk(text)
            }
            await steps.next()
            try await peer.send("0\r\n\r\n")
        } _: { server in
            let stream = try await kind.transport.stream(TransportRequest(.get, server))
            #expect(stream.head.headerFields[.contentType] == "text/plain")
            var pieces = stream.body.makeAsyncIterator()
            for text in ["one\n", "two\n"] {
                step.yield()
                #expect(try await pieces.next(isolation: nil) == Data(text.utf8))
            }
            step.yield()
            #expect(try await pieces.next(isolation: nil) == nil)
        }
    }

    @Test(arguments: Kind.allCases) func saysThatAStreamBroke(kind: Kind) async throws {
        try await ScriptedServer.serve { peer, _ in
            try await peer.beginChunks("text/plain")
            try await peer.sendChunk("one\n")
        } _: { server in
            var text = ""
            let reason = await reason {
                let stream = try await kind.transport.stream(TransportRequest(.get, server))
                for try await piece in stream.body { text += String(decoding: piece, as: UTF8.self) }
            }
            #expect(text == "one\n")
            #expect(reason == .interrupted)
        }
    }

    /// What a server sends before its reader reads.
    private func sentAhead(_ kind: Kind) async throws -> Int {
        let sent = Locked(0)
        let piece = Data(repeating: 7, count: 1 << 20)
        try await ScriptedServer.serve { peer, _ in
            try await peer.begin("text/plain")
            for _ in 0..<64 {
                try await peer.send(piece)
                sent.withLock { $0 += piece.count }
            }
        } _: { server in
            let stream = try await kind.transport.stream(TransportRequest(.get, server))
            try await Task.sleep(for: .milliseconds(500))
            let ahead = sent.withLock { $0 }
            var count = 0
            for try await piece in stream.body { count += piece.count }
            #expect(count == 64 << 20)
            sent.withLock { $0 = ahead }
        }
        return sent.withLock { $0 }
    }

    /// Foundation on Linux takes everything; its transport keeps it on disk.
    @Test(arguments: Kind.allCases) func waitsForASlowReader(kind: Kind) async throws {
        let ahead = try await sentAhead(kind)
        if kind == .asyncHTTPClient { #expect(ahead < 16 << 20) }
    }

    /// Whether a server sees the connection of a stream closed.
    private func isClosed(_ kind: Kind, _ read: @Sendable (TransportStream) async throws -> Void) async throws
    {
        let (closes, close) = AsyncStream<Void>.makeStream()
        try await ScriptedServer.serve { peer, _ in
            try await peer.beginChunks("text/plain")
            try await peer.sendChunk("one\n")
            await peer.waitForClose()
            close.yield()
        } _: { server in
            let start = ContinuousClock.now
            try await read(try await kind.transport.stream(TransportRequest(.get, server)))
            for await _ in closes { break }
            #expect(ContinuousClock.now - start < .seconds(100))
        }
    }

    @Test(arguments: Kind.allCases) func closesAnUnreadStream(kind: Kind) async throws {
        try await isClosed(kind) { _ in }
    }

    @Test(arguments: Kind.allCases) func closesAStreamThatIsLeft(kind: Kind) async throws {
        try await isClosed(kind) { for try await _ in $0.body { break } }
    }

    @Test(arguments: Kind.allCases) func closesTheStreamOfACancelledTask(kind: Kind) async throws {
        try await isClosed(kind) { stream in
            let reading = Task { for try await _ in stream.body {} }
            try await Task.sleep(for: .milliseconds(50))
            reading.cancel()
            let error = await failure { try await reading.value }
            #expect(error is CancellationError)
        }
    }

    @Test func isReadOnce() async throws {
        try await ScriptedServer.serve { peer, _ in
            try await peer.answer(200, body: "one")
        } _: { server in
            let stream = try await Kind.asyncHTTPClient.transport.stream(TransportRequest(.get, server))
            for try await piece in stream.body { #expect(piece == Data("one".utf8)) }
            let reason = await reason { for try await _ in stream.body {} }
            #expect(reason == .other)
        }
    }

    /// A stream outlives the transport that made it.
    @Test func keepsItsConnections() async throws {
        let (steps, step) = AsyncStream<Void>.makeStream()
        try await ScriptedServer.serve { peer, _ in
            try await peer.beginChunks("text/plain")
            for await _ in steps { break }
            try await peer.sendChunk("one\n")
            try await peer.send("0\r\n\r\n")
        } _: { server in
            let stream = try await AsyncHTTPClientTransport().stream(TransportRequest(.get, server))
            step.yield()
            var bytes = Data()
            for try await piece in stream.body { bytes += piece }
            #expect(bytes == Data("one\n".utf8))
        }
    }
}
