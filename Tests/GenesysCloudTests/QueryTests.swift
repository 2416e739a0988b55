import APIRuntime
import GenesysCloud
import Loopback
import Testing

@Suite(.timeLimit(.minutes(1))) struct QueryTests {
    // MARK: - Lists

    @Test func listsRepeatTheName() async throws {
        #expect(
            try await query { journey in
                _ = try await journey.getJourneyOutcomes(outcomeIDs: ["o1", "o2", "o1"])
            } == "outcomeIds=o1&outcomeIds=o2&outcomeIds=o1")
    }

    @Test func commasInItemsOfListsAreNoSeparators() async throws {
        #expect(
            try await query { journey in
                _ = try await journey.getJourneySegments(segmentIDs: ["a,b", "c&d=e"])
            } == "segmentIds=a%2Cb&segmentIds=c%26d%3De")
    }

    @Test func emptyListsAreLeftOut() async throws {
        #expect(
            try await query { journey in
                _ = try await journey.getJourneyActionmaps(pageNumber: 1, actionMapIDs: [], queryFields: [])
            } == "pageNumber=1")
    }

    @Test func fieldsToSortByAreOneText() async throws {
        #expect(
            try await query { journey in
                _ = try await journey.getJourneySegments(sortBy: "displayName,-createdDate")
            } == "sortBy=displayName%2C-createdDate")
    }

    // MARK: - What is sent, and what not

    @Test func falseIsSent() async throws {
        #expect(
            try await query { journey in
                _ = try await journey.getJourneySegments(isActive: false)
            } == "isActive=false")
        #expect(
            try await query { journey in
                try await journey.deleteJourneyActiontemplate(actionTemplateID: "t", hardDelete: false)
            } == "hardDelete=false")
    }

    @Test func zeroAndEmptyTextAreSent() async throws {
        #expect(
            try await query { journey in
                _ = try await journey.getJourneyActiontemplates(
                    pageNumber: 0, sortBy: "", queryFields: [""], queryValue: "")
            } == "pageNumber=0&sortBy=&queryFields=&queryValue=")
    }

    @Test func defaultsAreNotSentUnasked() async throws {
        #expect(try await query { _ = try await $0.getJourneyActionmaps() } == nil)
        #expect(try await query { _ = try await $0.getJourneySegments() } == nil)
        #expect(try await query { try await $0.deleteJourneyActiontemplate(actionTemplateID: "t") } == nil)
        #expect(try await query { _ = try await $0.getJourneySessionEvents(sessionID: "s") } == nil)
    }

    @Test func defaultsAreSentWhenAskedFor() async throws {
        #expect(
            try await query { journey in
                _ = try await journey.getJourneyActiontargets(pageNumber: 1, pageSize: 25)
            } == "pageNumber=1&pageSize=25")
    }

    @Test func unknownEnumValuesGoOut() async throws {
        #expect(
            try await query { journey in
                _ = try await journey.getJourneySessionSegments(
                    sessionID: "s", segmentScope: "Nope", assignmentState: "not/yet")
            } == "segmentScope=Nope&assignmentState=not%2Fyet")
        #expect(
            try await query { journey in
                _ = try await journey.getJourneyActiontemplates(mediaType: "openAction")
            } == "mediaType=openAction")
    }

    // MARK: - Characters

    static let values = [
        "two words", "a+b==", "a/b", "..", "a?b", "a#b", "100%", "%2F", "a;b", "a&b=c", "a,b:c@d",
        "zürich/東京 🙂", "'()*!~$[]{}|\\^`\"<>", "line\nbreak",
    ]

    @Test(arguments: values)
    func valuesArriveAsTheyAre(value: String) async throws {
        let targets = try await withJourneyServer({ _ in .json("{}") }) { journey, _ in
            _ = try await journey.getJourneySegments(queryFields: [value, "id"], queryValue: value)
            _ = try await journey.getJourneySessionEvents(sessionID: "s", before: value, after: value)
        }
        #expect(targets.count == 2)
        let (search, cursors) = (DecodedTarget(targets[0]), DecodedTarget(targets[1]))
        #expect(search.values("queryFields") == [value, "id"])
        #expect(search.values("queryValue") == [value])
        #expect(cursors.values("before") == [value])
        #expect(cursors.values("after") == [value])
    }

    @Test func spacesAreNeverPluses() async throws {
        #expect(
            try await query { journey in
                _ = try await journey.getJourneyActionmaps(filterField: "a b", filterValue: "c+d")
            } == "filterField=a%20b&filterValue=c%2Bd")
    }
}
