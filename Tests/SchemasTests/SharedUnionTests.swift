import APIRuntime
import Foundation
import SharedUnions
import Testing

@Suite struct SharedUnionTests {
    private let exchange = Cases.sharedUnions

    @Test func sharesAnObjectWithProperties() async throws {
        var message = try #require(try await exchange.receive(#"{"message":{"id":"1","text":"t"}}"#).message)
        message.id = "2"
        #expect(message.alternative == .text(Message.AlternativeText(text: "t")))
        #expect(try await exchange.send(Thing(message: message)) == #"{"message":{"id":"2","text":"t"}}"#)
    }
}
