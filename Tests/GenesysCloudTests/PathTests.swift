import APIRuntime
import GenesysCloud
import Loopback
import Testing

@Suite(.timeLimit(.minutes(1))) struct PathTests {
    @Test(arguments: QueryTests.values.filter { $0 != ".." } + ["...", "a/../b", "./a", ".hidden", "%2e%2e"])
    func valuesArriveAsOneSegment(value: String) async throws {
        let targets = try await withJourneyServer({ _ in .json("{}") }) { journey, _ in
            _ = try await journey.getJourneyCustomerCustomerIdSegments(
                customerIDType: value, customerID: value)
        }
        let segments = try #require(targets.first.map { DecodedTarget($0).segments })
        #expect(segments == ["api", "v2", "journey", "customers", value, value, "segments"])
    }

    @Test func emailAddressesArriveAsTheyAre() async throws {
        let targets = try await withJourneyServer({ _ in .json("{}") }) { journey, _ in
            _ = try await journey.getJourneyCustomerCustomerIdSegments(
                customerIDType: "email", customerID: "jane.doe+news@example.com")
        }
        #expect(
            targets == ["/api/v2/journey/customers/email/jane.doe%2Bnews%40example.com/segments"])
    }

    @Test(arguments: ["", ".", ".."])
    func segmentsThatLeadElsewhereAreRefused(id: String) async {
        let (error, count) = await failure { try await $0.deleteJourneySegment(segmentID: id) }
        guard case .invalidRequest(let invalid)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(invalid.violations.map(\.path) == ["segmentId"])
        #expect(invalid.violations.map(\.rule) == [.encoding])
        #expect(count == 0)
    }

    @Test func allSegmentsThatLeadElsewhereAreReported() async {
        let (error, _) = await failure { journey in
            _ = try await journey.getJourneyCustomerCustomerIdSegments(customerIDType: "", customerID: "..")
        }
        guard case .invalidRequest(let invalid)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(invalid.violations.map(\.path) == ["customerIdType", "customerId"])
    }
}
