import APIRuntime
import Foundation
import NestedUnions
import Testing

@Suite struct NestedUnionTests {
    private let exchange = Cases.nestedUnions

    @Test func tellsCasesByWhatTheyHold() async throws {
        let nested = try await exchange.receive(#"{"living":{"kind":"cat","lives":1}}"#)
        #expect(nested.living == .pet(.cat(Cat(lives: 1))))
    }

    @Test func keepsWhatFitsNoCase() async throws {
        #expect(try await exchange.receive(#"{"source":{"else":1}}"#).source == .other(["else": 1]))
        #expect(
            try await exchange.receive(#"{"source":{"nothing":1}}"#).source
                == .nothingOrNumber(.nothing(.init(nothing: 1))))
    }

    /// What fits no alternative is told; what is absent, and meant, goes out again.
    @Test func tellsWhatFitsNoAlternative() async throws {
        let (departures, continuation) = AsyncStream.makeStream(of: String.self)
        var configuration = ClientConfiguration(
            transport: InMemoryTransport { _ in
                .json(#"{"source":{"else":1}}"#)
            })
        configuration.onDeparture = { continuation.yield("\($0.path): \($0.expected), \($0.found)") }
        let client = NestedUnionsClient(server: "https://example.com", configuration: configuration)
        _ = try await client.things.findThing()
        continuation.finish()
        #expect(
            await departures.reduce(into: []) { $0.append($1) } == [
                "$.source: one of the alternatives, an object"
            ])
    }
}
