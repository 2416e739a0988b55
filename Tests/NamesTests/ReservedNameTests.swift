import API
import APIRuntime
import Foundation
import Testing

@Suite struct ReservedNameTests {
    private func client(_ transport: InMemoryTransport) -> Client {
        Client(
            api2: "key", server: "https://example.com",
            configuration: ClientConfiguration(transport: transport))
    }

    @Test func callsWhatIsNamedAsTheModule() async throws {
        let transport = InMemoryTransport()
        try await client(transport).apiGroup.api2()
        #expect(transport.line == "GET /ping")
    }

    /// What a method declares itself hides no parameter.
    @Test func sendsParametersOfAnyName() async throws {
        let transport = InMemoryTransport()
        try await client(transport).withGroup.request(
            api: "a", request: "b", apiValue2: "c", body2: "d", body: "text")
        let request = try #require(transport.requests.first)
        #expect(request.query == "api=a&request=b&api%20value=c&body=d")
        #expect(request.body == Data(#""text""#.utf8))
    }

    @Test func returnsTypesThatHideOthers() async throws {
        let json =
            #"{"API":{"Forecast":{"a":"b"}},"Forecast":{"outer":{"text":"t"}},"Server":"a","String":{"String":"s"}}"#
        let transport = InMemoryTransport { _ in .json(json) }
        let measurement = try await client(transport).measurementsAPI.measure(body: Sample())
        _ = try await client(transport).measurementsAPI.measure(body: measurement)
        #expect(members(of: transport.requests.last?.body) == members(of: Data(json.utf8)))
    }
}
