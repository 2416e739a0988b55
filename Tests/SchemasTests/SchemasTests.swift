import APIRuntime
import Foundation
import Schemas
import Testing

/// Sends and receives what the generator makes of `GeneratorTests/Cases/schemas`.
@Suite struct SchemasTests {
    private func client(_ transport: InMemoryTransport) -> SchemasClient {
        SchemasClient(
            server: Server("https://example.com"), configuration: ClientConfiguration(transport: transport))
    }

    private func receive(_ json: String) async throws(APIError) -> Sample {
        try await client(InMemoryTransport { _ in .json(json) }).samples.findSample()
    }

    private func send(_ sample: Sample) async throws -> String {
        let transport = InMemoryTransport()
        try await client(transport).samples.storeSample(body: sample)
        return String(decoding: transport.requests.first?.body ?? Data(), as: UTF8.self)
    }

    /// Whatever is received goes out again as it came.
    @Test(arguments: [
        #"{"references":{"byAnchor":{"city":"Oslo"},"byID":{"amount":3,"change":1,"currency":"EUR","place":"bank"}}}"#,
        #"{"references":{"users":{"items":[{"name":"Ada"}],"next":"2"},"words":{"items":["a"]}}}"#,
        #"{"references":{"filter":{"any":[{"not":{}}]},"tree":{"children":[{"value":2}],"value":1}}}"#,
        #"{"references":{"namedTree":{"children":[{"children":[{"name":"c"}],"name":"b"}],"name":"a","value":1}}}"#,
    ])
    func keeps(_ json: String) async throws {
        let sample = try await receive(json)
        #expect(try await send(sample) == json)
    }
}
