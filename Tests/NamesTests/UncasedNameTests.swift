import APIRuntime
import Foundation
import Testing
import UncasedNames

@Suite struct UncasedNameTests {
    @Test func namesTypesWithoutCapitals() {
        let measurement = Sample(
            _24h: Sample.Value24h(rain: 1), _3rd: .low, 状态: .开, dollar: Sample.Dollar(id: "i"))
        #expect(measurement._3rd == Sample.Value3rd("low"))
        #expect(measurement.状态 == Sample.Value状态("开"))
        #expect(measurement._24h?.rain == 1)
    }

    @Test func returnsSamples() async throws {
        let json = #"{"$":{"id":"i"},"24h":{"rain":1.5},"3rd":"low","状态":"开"}"#
        let transport = InMemoryTransport { _ in .json(json) }
        let client = UncasedNamesClient(
            server: "https://example.com", configuration: ClientConfiguration(transport: transport))
        let measurement = try await client.measurementsAPI.measure(body: Sample())
        _ = try await client.measurementsAPI.measure(body: measurement)
        #expect(members(of: transport.requests.last?.body) == members(of: Data(json.utf8)))
    }
}
