import APIRuntime
import GroupNames
import Testing

@Suite struct GroupNameTests {
    private func path(_ call: (GroupNamesClient) async throws -> Void) async throws -> String? {
        let transport = InMemoryTransport()
        try await call(
            GroupNamesClient(
                server: "https://example.com", configuration: ClientConfiguration(transport: transport)))
        return transport.line
    }

    /// Tags that come to one name are one group, in which no operation is missing.
    @Test func callsEveryOperation() async throws {
        #expect(try await path { try await $0.stations.listStations() } == "GET /stations")
        #expect(try await path { try await $0.stations.addStation() } == "POST /stations")
        #expect(try await path { try await $0.ttlSettings.readTTL() } == "GET /ttl")
        #expect(try await path { try await $0.ttlSettings.writeTTL() } == "PUT /ttl")
        #expect(try await path { try await $0.general.tagged() } == "GET /health")
        #expect(try await path { try await $0.general.untagged() } == "PUT /health")
    }
}
