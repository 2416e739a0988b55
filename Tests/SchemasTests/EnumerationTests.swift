import APIRuntime
import Enumerations
import Foundation
import Testing

@Suite struct EnumerationTests {
    private let exchange = Cases.enumerations

    @Test func valuesHaveNames() async throws {
        let values = Values(level: .valueMinus1, priority: .high, channel: .dm, either: 2)
        #expect(
            try await exchange.send(Sample(values: values))
                == #"{"values":{"channel":1,"either":2,"level":-1,"priority":20}}"#)
        #expect(Channel.guildText == 0)
    }
}
