@_spi(Generated) import APIRuntime
import Foundation

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
            let client = RoundTripClient(
                server: "https://example.com", configuration: ClientConfiguration(transport: transport))
            let request = Request(.get, "/", operation: "read")
            let value: Value = try await client.api.send(request)
            try await call(client, value)
            let sent = transport.requests.last?.body ?? Data()
            try sent.write(to: folder.appendingPathComponent("\(name).out"))
        } catch {
            try? Data("\(error)".utf8).write(to: folder.appendingPathComponent("\(name).error"))
        }
    }
}
