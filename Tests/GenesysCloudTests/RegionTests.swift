import APIRuntime
import GenesysCloud
import HTTPTypes
import Testing

@Suite struct RegionTests {
    private func head(_ server: APIServer<GenesysCloudClient>) async throws -> HTTPRequest {
        let transport = InMemoryTransport { _ in .json("{}") }
        _ = try await GenesysCloudClient.forTests(transport, server: server).journey.getJourneyActiontargets()
        return try #require(transport.requests.first).head
    }

    @Test(arguments: [
        (GenesysCloudClient.Region.usEast1, "mypurecloud.com"), (.euWest1, "mypurecloud.ie"),
        (.apSoutheast2, "mypurecloud.com.au"), (.apNortheast1, "mypurecloud.jp"),
        (.euCentral1, "mypurecloud.de"), (.usWest2, "usw2.pure.cloud"), (.caCentral1, "cac1.pure.cloud"),
        (.apNortheast2, "apne2.pure.cloud"), (.euWest2, "euw2.pure.cloud"), (.apSouth1, "aps1.pure.cloud"),
        (.usEast2, "use2.us-gov-pure.cloud"), (.saEast1, "sae1.pure.cloud"),
        (.meCentral1, "mec1.pure.cloud"), (.apNortheast3, "apne3.pure.cloud"),
        (.euCentral2, "euc2.pure.cloud"), (.mxCentral1, "mxc1.pure.cloud"),
        (.apSoutheast1, "apse1.pure.cloud"), (.euscDeEast1, "edee1.eusc-pure.cloud"),
        ("new.pure.cloud", "new.pure.cloud"),
    ])
    func sendsToTheRegion(region: GenesysCloudClient.Region, domain: String) async throws {
        let head = try await head(.region(region))
        #expect(head.scheme == "https")
        #expect(head.authority == "api.\(domain)")
        #expect(head.path == "/api/v2/journey/actiontargets")
    }

    @Test func sendsToTheFirstRegionByDefault() async throws {
        #expect(try await head(.region()).authority == "api.mypurecloud.com")
    }

    @Test func sendsToAnyURL() async throws {
        let head = try await head("http://localhost:8080/genesys/")
        #expect(head.scheme == "http")
        #expect(head.authority == "localhost:8080")
        #expect(head.path == "/genesys/api/v2/journey/actiontargets")
    }

    @Test(arguments: ["", ".", "a..b", "evil.example/?", "user@evil.example", "a b"])
    func refusesRegionsThatAreNoHost(region: String) async throws {
        let transport = InMemoryTransport()
        let client = GenesysCloudClient.forTests(transport, server: .region(.init(rawValue: region)))
        await #expect(throws: APIError.self) { try await client.journey.getJourneyActiontargets() }
        #expect(transport.requests.isEmpty)
    }
}
