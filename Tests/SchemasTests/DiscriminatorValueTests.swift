import APIRuntime
import DiscriminatorValues
import Foundation
import Testing

@Suite struct DiscriminatorValueTests {
    private let exchange = Cases.discriminatorValues

    @Test func valuesOfTheMappingAreFilledIn() async throws {
        let animal = Sample(animal: .felis(Cat(lives: 9)))
        #expect(try await exchange.send(animal) == #"{"animal":{"lives":9,"species":"felis"}}"#)
    }
}
