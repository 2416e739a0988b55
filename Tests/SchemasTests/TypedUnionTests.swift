import APIRuntime
import Foundation
import Testing
import TypedUnions

@Suite struct TypedUnionTests {
    private let exchange = Cases.typedUnions

    @Test func literalsStandForTheCaseThatTakesThem() {
        let thing = Thing(content: "text")
        #expect(thing.content == .string("text"))
    }

    @Test func checksLimitsOfCases() async throws {
        let error = await #expect(throws: APIError.self) {
            try await exchange.send(Thing(content: .string("")))
        }
        guard case .invalidRequest(let failure) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.violations.map(\.path) == ["$.content"])
    }

    @Test func keepsWhatFitsNoCase() async throws {
        #expect(try await exchange.receive(#"{"rows":[1]}"#).rows == .other([1]))
    }
}
