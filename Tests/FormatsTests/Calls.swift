import APIRuntime
import Formats
import Foundation

/// Calls what the generator makes of `GeneratorTests/Cases/formats`.
func client(_ transport: InMemoryTransport) -> FormatsClient {
    FormatsClient(
        server: APIServer("https://example.com"), configuration: ClientConfiguration(transport: transport))
}

func received(
    _ json: String, _ change: (inout CallOptions) -> Void = { _ in },
) async throws(APIError) -> Record {
    let client = client(InMemoryTransport { _ in .json(json) }).with(change)
    return try await client.records.exchangeRecord(body: Record())
}

func sent(_ record: Record) async throws -> String {
    let transport = InMemoryTransport { _ in .json("{}") }
    _ = try await client(transport).records.exchangeRecord(body: record)
    return String(decoding: transport.requests.first?.body ?? Data(), as: UTF8.self)
}
