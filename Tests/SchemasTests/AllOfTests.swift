import AllOf
import APIRuntime
import Foundation
import Testing

@Suite struct AllOfTests {
    private let exchange = Cases.allOf

    @Test func partsRestrictTogether() async throws {
        let parts = Parts(text: "longer", device: .watch(Watch(strap: "s")))
        await #expect(throws: APIError.self) { try await exchange.send(Sample(parts: parts)) }
        let expected = #"{"parts":{"device":{"form":"Watch","strap":"s"}}}"#
        #expect(try await exchange.send(Sample(parts: Parts(device: .watch(Watch(strap: "s"))))) == expected)
    }
}
