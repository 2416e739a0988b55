import APIRuntime
import Foundation
import Testing
import TextUnions

@Suite struct TextUnionTests {
    private let exchange = Cases.textUnions

    @Test func keepsWhatFitsNoCase() async throws {
        #expect(try await exchange.receive(#"{"reference":"no id"}"#).reference == .other("no id"))
        #expect(try await exchange.receive(#"{"stamp":5}"#).stamp == .other(5))
    }

    @Test func writesParameters() async throws {
        #expect(try await query(id: .integer(7)) == "/things?id=7")
        #expect(try await query(id: .string("a b")) == "/things?id=a%20b")
        #expect(try await query(id: .booleanArray([true, false])) == "/things?id=true&id=false")
        #expect(try await query(id: .other(["x": 1]), model: "mine") == "/things?x=1&model=mine")
    }

    private func query(id: FindThingID?, model: Model? = nil) async throws -> String? {
        let transport = InMemoryTransport { _ in .json("{}") }
        _ = try await exchange.client(transport).things.findThing(id: id, model: model)
        return transport.requests.first?.head.path
    }
}
