import APIRuntime
import GenesysCloud
import Testing

@Suite struct LimitTests {
    /// The violations of a call, as `parameter rule`; empty if it was sent.
    private func violations(_ call: (JourneyAPI) async throws -> Void) async -> [String] {
        let (error, count) = await failure(call)
        guard case .invalidRequest(let invalid)? = error else {
            #expect(error == nil)
            #expect(count == 1)
            return []
        }
        #expect(count == 0)
        return invalid.violations.map { "\($0.path) \($0.rule.rawValue)" }
    }

    private func ids(_ count: Int) -> [String] { (1...count).map { "id-\($0)" } }

    // MARK: - Counts

    @Test(arguments: [(100, [String]()), (101, ["actionMapIds maxItems"])])
    func actionMapIDsAreCounted(count: Int, expected: [String]) async {
        let found = await violations { _ = try await $0.getJourneyActionmaps(actionMapIDs: ids(count)) }
        #expect(found == expected)
    }

    @Test(arguments: [(20, [String]()), (21, ["outcomeIds maxItems"])])
    func outcomeIDsAreCounted(count: Int, expected: [String]) async {
        let found = await violations { _ = try await $0.getJourneyOutcomes(outcomeIDs: ids(count)) }
        #expect(found == expected)
    }

    @Test(arguments: [(100, [String]()), (101, ["segmentIds maxItems"])])
    func segmentIDsAreCounted(count: Int, expected: [String]) async {
        let found = await violations { _ = try await $0.getJourneySegments(segmentIDs: ids(count)) }
        #expect(found == expected)
    }

    // MARK: - Numbers that go as texts

    @Test(arguments: ["1", "9", "10", "99", "100", "199", "200"])
    func numbersOfEntitiesAreSent(text: String) async {
        #expect(
            await violations { _ = try await $0.getJourneySessionEvents(sessionID: "s", limit: text) } == [])
        #expect(
            await violations { _ = try await $0.getJourneySessionSegments(sessionID: "s", pageSize: text) }
                == [])
    }

    @Test(arguments: ["201", "0", "abc", "", "-1", "1.5", "01", "1000", " 5", "5\n", "٥"])
    func textsThatAreNoNumberOfEntitiesAreRefused(text: String) async {
        #expect(
            await violations { _ = try await $0.getJourneySessionEvents(sessionID: "s", limit: text) }
                == ["limit pattern"])
        #expect(
            await violations { journey in
                _ = try await journey.getJourneyCustomerCustomerIdSegments(
                    customerIDType: "t", customerID: "c", pageSize: text)
            } == ["pageSize pattern"])
        #expect(
            await violations { journey in
                _ = try await journey.getJourneyExternalcontactSegments(
                    externalContactID: "c", pageSize: text)
            } == ["pageSize pattern"])
    }

    // MARK: - Rules between parameters

    @Test func oneHalfOfAFilterIsRefused() async {
        #expect(
            await violations { _ = try await $0.getJourneyActionmaps(filterField: "weight") }
                == ["filterField dependentRequired"])
        #expect(
            await violations { _ = try await $0.getJourneyActionmaps(filterValue: "2") }
                == ["filterValue dependentRequired"])
    }

    @Test func oneHalfOfASearchIsRefused() async {
        let value = ["queryValue dependentRequired"]
        #expect(await violations { _ = try await $0.getJourneyActionmaps(queryValue: "q") } == value)
        #expect(await violations { _ = try await $0.getJourneyActiontemplates(queryValue: "q") } == value)
        #expect(await violations { _ = try await $0.getJourneyOutcomes(queryValue: "q") } == value)
        #expect(await violations { _ = try await $0.getJourneySegments(queryValue: "q") } == value)
        let fields = ["queryFields dependentRequired"]
        #expect(await violations { _ = try await $0.getJourneyActionmaps(queryFields: ["f"]) } == fields)
        #expect(await violations { _ = try await $0.getJourneyActiontemplates(queryFields: ["f"]) } == fields)
        #expect(await violations { _ = try await $0.getJourneyOutcomes(queryFields: ["f"]) } == fields)
        #expect(await violations { _ = try await $0.getJourneySegments(queryFields: ["f"]) } == fields)
    }

    @Test func idsExcludeTheRest() async {
        let maps = await violations { journey in
            _ = try await journey.getJourneyActionmaps(
                pageNumber: 1, pageSize: 2, sortBy: "s", filterField: "f", filterValue: "v",
                actionMapIDs: ["m"], queryFields: ["f"], queryValue: "q")
        }
        let outcomes = await violations { journey in
            _ = try await journey.getJourneyOutcomes(
                pageNumber: 1, pageSize: 2, sortBy: "s", outcomeIDs: ["o"], queryFields: ["f"],
                queryValue: "q")
        }
        let segments = await violations { journey in
            _ = try await journey.getJourneySegments(
                sortBy: "s", pageSize: 2, pageNumber: 1, isActive: true, segmentIDs: ["s"],
                queryFields: ["f"], queryValue: "q")
        }
        let names = ["pageNumber", "pageSize", "sortBy", "queryFields", "queryValue"]
        let excluded = Set(names.map { "\($0) mutuallyExclusive" })
        #expect(Set(outcomes) == excluded)
        #expect(Set(segments) == excluded)
        #expect(
            Set(maps)
                == excluded.union(["filterField mutuallyExclusive", "filterValue mutuallyExclusive"]))
    }

    @Test func allViolationsAreReportedTogether() async {
        let found = await violations { journey in
            _ = try await journey.getJourneySegments(
                pageSize: 10, isActive: true, segmentIDs: ids(101), queryFields: ["displayName"])
        }
        #expect(
            Set(found) == [
                "segmentIds maxItems", "queryFields dependentRequired", "pageSize mutuallyExclusive",
                "queryFields mutuallyExclusive",
            ])
    }
}
