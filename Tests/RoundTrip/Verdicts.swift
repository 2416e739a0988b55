import APIRuntime
import Foundation

/// Decodes an instance and sends it, and keeps the verdict.
struct Trip: Sendable {
    let folder: URL
    let name: String

    func run<Value: Decodable & Sendable>(_ call: (RoundTripClient, Value) async throws -> Value) async {
        await run(sending: { (client, value: Value) in _ = try await call(client, value) })
    }

    /// For a value that may be null, which the result tells by `nil`.
    @_disfavoredOverload
    func run<Value: Decodable & Sendable>(_ call: (RoundTripClient, Value) async throws -> Value?) async {
        await run(sending: { (client, value: Value) in _ = try await call(client, value) })
    }

    private func run<Value: Decodable & Sendable>(
        sending call: (RoundTripClient, Value) async throws -> Void,
    ) async {
        do {
            let instance = try Data(contentsOf: folder.appendingPathComponent("\(name).json"))
            let transport = InMemoryTransport { _ in .json(String(decoding: instance, as: UTF8.self)) }
            var configuration = ClientConfiguration(transport: transport)
            configuration.options.reading = .strict
            configuration.options.validation =
                name.hasPrefix("f") ? .all : [.closedValues, .exclusiveAlternatives]
            let client = RoundTripClient(server: "https://example.com", configuration: configuration)
            let value: Value = try client.decode(from: instance)
            do {
                try await call(client, value)
            } catch APIError.invalidRequest(let problem) {
                return keep("refused: \(problem)")
            } catch {
                // The answer may be at fault, once the request was sent.
                if transport.requests.isEmpty { return keep("failed: \(error)") }
            }
            keep("sent")
        } catch {
            keep("not decoded: \(error)")
        }
    }

    private func keep(_ verdict: String) {
        try? Data(verdict.utf8).write(to: folder.appendingPathComponent("\(name).verdict"))
    }
}
