@_spi(Generated) import APIRuntime
import FlyingFox
import Foundation
import Loopback
import Testing

/// Bodies that are not in memory. `BODY_MEGABYTES` sets how large they are; with it, the memory of the process is
/// measured, which other tests would disturb.
@Suite(.timeLimit(.minutes(5)), .serialized) struct BodyTests {
    private static let setting = ProcessInfo.processInfo.environment["BODY_MEGABYTES"].flatMap { Int($0) }
    private static let count = (setting ?? 4) << 20
    private static let piece = Data((0..<65_536).map { UInt8(truncatingIfNeeded: $0 * 7) })

    private struct Pieces: AsyncSequence, Sendable {
        func makeAsyncIterator() -> Iterator { Iterator() }

        struct Iterator: AsyncIteratorProtocol {
            var count = 0

            mutating func next() async -> Data? {
                guard count < BodyTests.count else { return nil }
                count += BodyTests.piece.count
                return BodyTests.piece
            }
        }
    }

    /// Runs a test, and expects that it needs less than 64 MB.
    private func inLittleMemory(_ body: () async throws -> Void) async throws {
        let start = Self.peak(reset: true)
        try await body()
        guard Self.setting != nil, let start, let end = Self.peak(reset: false) else { return }
        #expect(end - start < 64 << 10, "kB")
    }

    /// The maximum of the resident memory in kB, where the system counts it.
    private static func peak(reset: Bool) -> Int? {
        if reset { try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs")) }
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.filter(\.isNumber)) }
    }

    private func withFile(_ body: (URL) async throws -> Void) async throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("upload-\(UUID().uuidString)")
        #expect(FileManager.default.createFile(atPath: url.path, contents: nil))
        defer { try? FileManager.default.removeItem(at: url) }
        let file = try FileHandle(forWritingTo: url)
        for await piece in Pieces() { try file.write(contentsOf: piece) }
        try file.close()
        try await body(url)
    }

    /// The lengths that a server counts: by the head, and of the body.
    private func uploaded(
        _ content: any HTTPBody, over kind: Kind, onUpload: (@Sendable (Int) -> Void)? = nil,
    ) async throws -> (promised: Int?, received: Int) {
        let lengths = Locked<(promised: Int?, received: Int)>((nil, 0))
        try await ScriptedServer.serve { peer, head in
            let field = head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
            let promised = field.flatMap { Int($0.filter(\.isNumber)) }
            let received: Int
            if let promised {
                try await peer.skip(promised)
                received = promised
            } else {
                received = try await peer.skipChunks()
            }
            lengths.withLock { $0 = (promised, received) }
            try await peer.answer(200, body: "{}")
        } _: { server in
            var request = TransportRequest(.post, server)
            request.content = content
            request.onUpload = onUpload
            let response = try await kind.transport.send(request)
            #expect(response.head.status == .ok)
        }
        return lengths.withLock { $0 }
    }

    @Test(arguments: Kind.allCases) func sendsFiles(kind: Kind) async throws {
        try await withFile { url in
            try await inLittleMemory {
                let lengths = try await uploaded(.file(url), over: kind)
                #expect(lengths == (Self.count, Self.count))
            }
        }
    }

    /// Foundation gets a file, whose length is known.
    @Test(arguments: Kind.allCases, [true, false])
    func sendsSequences(kind: Kind, isLengthKnown: Bool) async throws {
        try await inLittleMemory {
            let length = isLengthKnown ? Self.count : nil
            let lengths = try await uploaded(.stream(Pieces(), length: length), over: kind)
            let promised = isLengthKnown || kind == .urlSession ? Self.count : nil
            #expect(lengths == (promised, Self.count))
        }
    }

    @Test(arguments: Kind.allCases) func refusesSequencesOfAnotherLength(kind: Kind) async throws {
        try await ScriptedServer.serve { peer, _ in
            await peer.waitForClose()
        } _: { server in
            var request = TransportRequest(.post, server)
            request.content = HTTPStreamBody(Pieces().prefix(4), length: 1 << 20)
            let reason = await reason { [request] in _ = try await kind.transport.send(request) }
            #expect(reason == .other)
        }
    }

    @Test(arguments: Kind.allCases) func tellsHowMuchWasSent(kind: Kind) async throws {
        let counts = Locked<[Int]>([])
        _ = try await uploaded(.stream(Pieces(), length: Self.count), over: kind) { count in
            counts.withLock { $0.append(count) }
        }
        counts.withLock {
            #expect($0.count > 1)
            #expect($0 == $0.sorted())
            #expect($0.last == Self.count)
        }
    }

    @Test(arguments: Kind.allCases) func receivesStreams(kind: Kind) async throws {
        try await ScriptedServer.serve { peer, _ in
            try await peer.send("HTTP/1.1 200 OK\r\nContent-Length: \(Self.count)\r\n\r\n")
            for await piece in Pieces() { try await peer.send(piece) }
        } _: { server in
            try await inLittleMemory {
                let stream = try await kind.transport.stream(TransportRequest(.get, server))
                var count = 0
                for try await piece in stream.body { count += piece.count }
                #expect(count == Self.count)
            }
        }
    }

    /// A redirect that asks for the body again gets it if it can be read again.
    @Test(arguments: Kind.allCases, [true, false])
    func redirectsReplayableBodies(kind: Kind, isReplayable: Bool) async throws {
        let body =
            isReplayable
            ? HTTPStreamBody { Pieces().prefix(2) } : HTTPStreamBody(Pieces().prefix(2), length: 131_072)
        let requests = try await withServer {
            $0.target == "/a"
                ? .init(statusCode: .temporaryRedirect, headers: HTTPHeaders([.location: "/b"]))
                : .init(statusCode: .ok)
        } _: { server in
            var request = TransportRequest(.post, server, "/a")
            request.content = body
            let response = try await kind.transport.send(request)
            #expect(response.head.status.code == (isReplayable ? 200 : 307))
        }
        #expect(requests.map(\.body.count) == (isReplayable ? [131_072, 131_072] : [131_072]))
    }
}
