import APIRuntime
import EqualNames
import Foundation
import Testing

@Suite struct EqualNameTests {
    private func client(_ transport: InMemoryTransport) -> EqualNamesClient {
        EqualNamesClient(
            server: "https://example.com", configuration: ClientConfiguration(transport: transport))
    }

    @Test func keepsNamesApartThatDifferInCodePointsAlone() async throws {
        let transport = InMemoryTransport { _ in .json("{}") }
        _ = try? await client(transport).measurementsAPI.spell(
            unit: "1", unit2: "2", unit3: "3", café: "4", café2: "5", body: Spellings(café: "x"))
        let query = transport.requests.first?.query
        #expect(query == "unit=1&_unit=2&unit%5B%5D=3&caf%C3%A9=4&cafe%CC%81=5")
    }

    @Test func returnsPropertiesThatComeToOneName() async throws {
        let keys = [
            "unit", "_unit", "unit_", "@unit", "Unit", "UNIT", "", " ", "+1", "-1", "caf\u{E9}",
            "cafe\u{301}", "⚡",
        ]
        let texts =
            keys.enumerated().map { #""\#($0.element)":"\#($0.offset)""# } + [#""state":"nai\#u{308}ve""#]
        let json = "{\(texts.joined(separator: ","))}"
        let transport = InMemoryTransport { _ in .json(json) }
        let value = try await client(transport).measurementsAPI.spell(body: Spellings(café: "x"))
        _ = try await client(transport).measurementsAPI.spell(body: value)
        #expect(members(of: transport.requests.last?.body) == Set(texts.map { Data($0.utf8) }))
        #expect((value.unit, value.unit6, value.plus1, value.minus1) == ("0", "5", "8", "9"))
        #expect((value.empty, value.u20, value.café, value.café2) == ("6", "7", "10", "11"))
        #expect(value.state.map { Array($0.rawValue.utf8) } == Array(Spellings.State.naïve2.rawValue.utf8))
    }
}
