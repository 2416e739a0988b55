import APIRuntime
import Foundation
import Testing

/// What servers send, changed at random: whatever it is, it is read or refused, and what was read goes out and comes
/// back the same.
///
/// `FUZZ_SECONDS=600` in the environment goes on for so long with each of them.
@Suite struct FuzzTests {
    /// The same numbers each time (SplitMix64), so that a failure can be had again.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    private static let seconds = ProcessInfo.processInfo.environment["FUZZ_SECONDS"].flatMap(Double.init)

    /// Runs a check over changed samples.
    private func fuzz(_ samples: [String], _ inserts: String, _ check: ([UInt8]) async throws -> Void)
        async rethrows
    {
        let end = Self.seconds.map { Date(timeIntervalSinceNow: $0) }
        var (seed, runs) = (UInt64(0), 0)
        repeat {
            var generator = Generator(state: seed)
            for sample in samples {
                try await check(
                    Self.mutated(Array(sample.utf8), Array(inserts.utf8) + [0, 0x80, 0xC3, 0xFF], &generator))
                runs += 1
            }
            seed += 1
        } while end.map { $0 > Date() } ?? (seed < 200)
        if Self.seconds != nil { print("\(runs) runs in \(Self.seconds ?? 0) s") }
    }

    private static func mutated(_ sample: [UInt8], _ inserts: [UInt8], _ generator: inout Generator)
        -> [UInt8]
    {
        var bytes = sample
        for _ in 0..<Int.random(in: 1...5, using: &generator) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &generator)
            let insert = inserts.randomElement(using: &generator) ?? 0
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: bytes[index] = insert
            case 1: bytes.insert(insert, at: index)
            case 2: bytes.remove(at: index)
            case 3: bytes.removeSubrange(index..<min(bytes.count, index + 8))
            case 4: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            default: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 12)], at: index)
            }
        }
        return bytes
    }

    private func decoded<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) async -> Value? {
        let transport = InMemoryTransport { _ in
            TransportResponse(
                head: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]),
                body: Data(bytes))
        }
        return try? await client(transport).send(Request(.get, "/", operation: "read")) as Value
    }

    @Test func json() async throws {
        let samples = [
            #"{"a": [1, -2.5e+3, true, null, {}], "é": "\ud83d\ude00\n\u0041", "b": {"c": [[], "x"]}}"#,
            #"[12345678901234567890.123456789, 1e400, "\\\"/", {"k": {"k": 0}}]"#,
            #"{"id":1,"name":null,"created_date":"2023-11-14T22:13:20.5Z","parts":[{"id":2}],"extra":[1]}"#,
        ]
        try await fuzz(samples, "{}[]\",:\\0123456789.eE+-tfn u") { bytes in
            if let value = await decoded(JSONValue.self, bytes) {
                let text = try await encoded(value)
                #expect(await decoded(JSONValue.self, Array(text.utf8)) == value, "\(text)")
            }
            _ = await decoded(Item.self, bytes)
        }
    }

    @Test func dates() async {
        let samples = [
            "2024-02-29T12:00:00.123456789Z", "0001-01-01T00:00:00-23:59", "9999-12-31t23:59:60+0100",
        ]
        await fuzz(samples, "0123456789-+:.TtZz ,") { bytes in
            guard let text = String(validating: bytes, as: UTF8.self),
                !text.contains(where: { "\"\\".contains($0) })
            else { return }
            guard let date = await decoded([Date].self, Array("[\"\(text)\"]".utf8))?.first else { return }
            let sent = try? await encoded([date])
            guard let sent else { return }
            #expect(await decoded([Date].self, Array(sent.utf8)) == [date], "\(text) \(sent)")
        }
    }

    /// However the bytes are cut, the events are the same.
    @Test func events() async throws {
        let samples = [
            "event: a\r\nid: 1\ndata: x\ndata: y\n\nretry: 10\rdata:z\r\r",
            ": c\n\ndata\n\n\u{FEFF}data: é\n\n",
        ]
        try await fuzz(samples, "\r\n: dataevnirty0123") { bytes in
            let whole = try await events(of: bytes, cutAt: bytes.count + 1)
            #expect(try await events(of: bytes, cutAt: 1) == whole)
            #expect(try await events(of: bytes, cutAt: 3) == whole)
        }
    }

    private func events(of bytes: [UInt8], cutAt size: Int) async throws -> [ServerSentEvent] {
        let transport = PiecesTransport(bytes: bytes, size: size)
        let client = APIClient(
            baseURL: "https://a.b", configuration: ClientConfiguration(transport: transport))
        let stream: ResponseStream<ServerSentEvent> = try await client.stream(
            Request(.get, "/", operation: "stream"), as: .events(json: false))
        var events: [ServerSentEvent] = []
        for try await event in stream { events.append(event) }
        return events
    }

    /// What is encoded for a URL is the same text when a server decodes it, and holds nothing that ends its place.
    @Test func places() async {
        await fuzz(["a b/c?d=e&f#g%41+é😀", "..", "//host", "a;b,c|d"], "%/?#&=+;, .\u{7F}") { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            guard !text.isEmpty, !text.contains("\0") else { return }
            let request = try? await sent(.get, "/a/{id}/b") {
                $0.path("id", text)
                $0.query("q", text)
            }
            guard let path = request?.head.path else { return }
            let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
            let segments = parts[0].split(separator: "/", omittingEmptySubsequences: false)
            #expect(segments.count == 4 && segments[2].removingPercentEncoding == text, "\(path)")
            #expect(parts.count == 2 && parts[1].dropFirst(2).removingPercentEncoding == text, "\(path)")
        }
    }

    /// A limit that comes from a document holds or does not, and never takes long.
    @Test(.timeLimit(.minutes(20))) func patterns() async {
        let samples = [
            "^(a|b)*[c-e\\d]{2,5}?(?=f)(?<!g)\\bh$", "(?:\\p{L}+|[^\\s\\w-])+\\u{41}\\x42", "((a+)+b?){1,9}",
        ]
        await fuzz(samples, "()[]{}|*+?^$\\.-,:=!<>0123456789abcdpuxkPLsSwW") { bytes in
            let pattern = String(decoding: bytes, as: UTF8.self)
            _ = await violations(.post) { $0.body("aabbcc 12345 fgh AB \n é", .pattern(pattern)) }
        }
    }
}

private struct PiecesTransport: Transport {
    let bytes: [UInt8]
    let size: Int

    func send(_ request: TransportRequest) async throws -> TransportResponse { .empty() }

    func stream(_ request: TransportRequest) async throws -> TransportStream {
        let body = AsyncThrowingStream<Data, any Error> { pieces in
            for start in stride(from: 0, to: bytes.count, by: size) {
                pieces.yield(Data(bytes[start..<min(start + size, bytes.count)]))
            }
            pieces.finish()
        }
        return TransportStream(head: HTTPResponse(status: .ok), body: body)
    }
}
