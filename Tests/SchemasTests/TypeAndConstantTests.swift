import APIRuntime
import Foundation
import Testing
import TypesAndConstants

@Suite struct TypeAndConstantTests {
    private let exchange = Cases.typesAndConstants

    /// A constant that an answer lacks is meant: a request says it, and what is kept goes without it.
    @Test func constantsAreMeantWhereTheyAreAbsent() async throws {
        let sample = try await exchange.receive(#"{"constants":{"note":"n"}}"#)
        #expect(sample.constants == Constants(note: "n"))
        let expected =
            #"{"constants":{"isConstant":true,"kind":"only","note":"n","nullable":null,"ratio":1.5,"type":"constants","version":2}}"#
        #expect(try await exchange.send(sample) == expected)
        let kept = try exchange.client(InMemoryTransport()).encode(sample)
        #expect(String(decoding: kept, as: UTF8.self) == #"{"constants":{"note":"n"}}"#)
    }

    /// What can only have one value is not asked for.
    @Test func constantsAreFilledIn() async throws {
        let constants = Constants(note: "n")
        let expected =
            #"{"constants":{"isConstant":true,"kind":"only","note":"n","nullable":null,"ratio":1.5,"type":"constants","version":2}}"#
        #expect(try await exchange.send(Sample(constants: constants)) == expected)
    }

    @Test func limitsAreThoseOfTheType() async throws {
        let types = Types(id: .integer(3))
        await #expect(throws: APIError.self) { try await exchange.send(Sample(types: types)) }
        #expect(try await exchange.send(Sample(types: Types(id: .string("3")))) == #"{"types":{"id":"3"}}"#)
    }
}
