@_spi(Generated) import APIRuntime
import Foundation

/// How answers are read, if that is tried: examples that do not fit are decoded, encoded again, and told.
let reading: AnswerReading? = ProcessInfo.processInfo.environment["READING"].flatMap { name in
    AnswerReading.allCases.first { "\($0)" == name }
}

/// Answers one request with an example from memory, decodes it, sends what came of it, and keeps the bytes that went
/// out.
struct Trip: Sendable {
    let folder: URL
    let name: String

    func run<Value: Decodable & Sendable>(
        _ call: (RoundTripClient, Value) async throws -> Value,
    ) async {
        await run(sending: { (client, value: Value) in _ = try await call(client, value) })
    }

    /// For a value that may be null, which the result tells by `nil`.
    @_disfavoredOverload
    func run<Value: Decodable & Sendable>(
        _ call: (RoundTripClient, Value) async throws -> Value?,
    ) async {
        await run(sending: { (client, value: Value) in _ = try await call(client, value) })
    }

    private func run<Value: Decodable & Sendable>(
        sending call: (RoundTripClient, Value) async throws -> Void,
    ) async {
        do {
            let example = try Data(contentsOf: folder.appendingPathComponent("\(name).json"))
            let transport = InMemoryTransport { _ in .json(String(decoding: example, as: UTF8.self)) }
            let (departures, continuation) = AsyncStream.makeStream(of: AnswerDeparture.self)
            var configuration = ClientConfiguration(transport: transport)
            configuration.onDeparture = { continuation.yield($0) }
            configuration.options.reading = reading ?? .lenient
            let client = RoundTripClient(server: "https://example.com", configuration: configuration)
            let request = Request(.get, "/", operation: "read")
            let value: Value = try await client.api.send(request)
            continuation.finish()
            if reading != nil, let value = value as? any Encodable {
                let texts = await departures.reduce(into: []) { $0.append($1.description) }
                try write(Data(texts.joined(separator: "\n").utf8), as: "departures")
                return try write(client.encode(value), as: "out")
            }
            try await call(client, value)
            try write(transport.requests.last?.body ?? Data(), as: "out")
        } catch {
            try? write(Data("\(error)".utf8), as: "error")
        }
    }

    private func write(_ bytes: Data, as kind: String) throws {
        try bytes.write(to: folder.appendingPathComponent("\(name).\(kind)"))
    }
}
