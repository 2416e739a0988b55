import APIRuntime
import Foundation
import GenesysCloud
import HTTPTypes
import Testing

@Suite struct ResponseTests {
    private func journey(
        _ body: String, status: HTTPResponse.Status = .ok, contentType: String = "application/json",
    ) -> JourneyAPI {
        let head = HTTPResponse(status: status, headerFields: [.contentType: contentType])
        let response = TransportResponse(head: head, body: Data(body.utf8))
        return GenesysCloudClient.forTests(InMemoryTransport { _ in response }).journey
    }

    // MARK: - Dates

    @Test(arguments: [
        ("2021-06-03T00:00:00Z", 0), ("2021-06-03T00:00:00.5Z", 0.5), ("2021-06-03T00:00:00.125Z", 0.125),
        ("2021-06-03T00:00:00.125456Z", 0.125456), ("2021-06-03T00:00:00.125456789Z", 0.125456789),
        ("2021-06-03T00:00:00.000+00:00", 0), ("2021-06-03T05:30:00+05:30", 0),
        ("2021-06-02T19:00:00.125456-05:00", 0.125456), ("2021-06-03t00:00:00z", 0),
    ])
    func datesOfAllFormsAreRead(text: String, fraction: Double) async throws {
        let body = #"{"createdDate": "\#(text)"}"#
        let target = try await journey(body).getJourneyActiontarget(actionTargetID: "t")
        let date = try #require(target.createdDate)
        #expect(abs(date.timeIntervalSince1970 - 1_622_678_400 - fraction) < 0.000_000_5)
    }

    /// A date that is none is nothing to lose the rest of an answer for, unless the caller says so.
    @Test func datesThatAreNoneAreReportedWhereAsked() async throws {
        let body = #"{"entities": [{}, {"createdDate": "2021-06-31"}]}"#
        #expect(try await journey(body).getJourneyActiontargets().entities?.count == 2)
        let error = await #expect(throws: APIError.self) {
            let strict = GenesysCloudClient.forTests(InMemoryTransport { _ in .json(body) }).with {
                $0.reading = .strict
            }
            _ = try await strict.journey.getJourneyActiontargets()
        }
        guard case .undecodable(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.path == "$.entities[1].createdDate")
    }

    // MARK: - Values

    @Test func unknownEnumValuesComeIn() async throws {
        let body = #"{"state": "on hold", "supportedMediaTypes": ["webchat", "hologram"]}"#
        let target = try await journey(body).getJourneyActiontarget(actionTargetID: "t")
        #expect(target.state == "on hold")
        #expect(target.state?.rawValue == "on hold")
        #expect(target.supportedMediaTypes == [.webchat, "hologram"])
    }

    @Test func enumValuesKeepTheirCase() async throws {
        let target = try await journey(#"{"state": "Active"}"#).getJourneyActiontarget(actionTargetID: "t")
        #expect(target.state != .active)
        #expect(ActionTemplateState.active == "Active")
    }

    @Test func numbersSurvive() async throws {
        let stats = #"{"count": 9007199254740993, "max": 1e+21, "min": 0.1, "sum": 10.5, "ratio": 1}"#
        let body = #"{"results": [{"data": [{"metrics": [{"stats": \#(stats)}]}]}]}"#
        let response = try await journey(body).postAnalyticsJourneysAggregatesQuery(
            body: JourneyAggregationQuery(interval: "i", metrics: []))
        let summary = try #require(response.results?.first?.data?.first?.metrics?.first?.stats)
        #expect(summary.count == 9_007_199_254_740_993)
        #expect([summary.max, summary.min, summary.sum, summary.ratio] == [1e21, 0.1, 10.5, 1])
    }

    // MARK: - What is missing, null or new

    @Test(
        arguments: [
            ("{}", [:]), (#"{"entities": null, "nextUri": null}"#, [:]),
            (#"{"news": [1, {"a": null}]}"#, ["news": [1, ["a": nil]]]),
        ] as [(String, [String: JSONValue])])
    func nothingIsRequiredOfPages(body: String, others: [String: JSONValue]) async throws {
        let journey = journey(body)
        #expect(try await journey.getJourneyActionmaps() == ActionMapListing(additionalProperties: others))
        #expect(try await journey.getJourneySegments() == SegmentListing(additionalProperties: others))
        #expect(
            try await journey.getJourneySessionEvents(sessionID: "s")
                == EventListing(additionalProperties: others))
    }

    @Test func nothingIsRequiredOfWhatIsOnlyReceived() async throws {
        let body = #"{"entities": [{}, {"webActionEvent": {"action": {}, "actionMap": {}, "browser": {}}}]}"#
        let listing = try await journey(body).getJourneySessionEvents(sessionID: "s")
        #expect(listing.entities?.count == 2)
        #expect(listing.entities?.last?.webActionEvent?.browser == Browser())
        let targets = try await journey(#"{"entities": [{}]}"#).getJourneyActiontargets()
        #expect(targets.entities == [ActionTarget()])
    }

    @Test func nothingIsRequiredOfWhatIsSentAsWell() async throws {
        let actionMap =
            #"{"activation": {}, "actionMapScheduleGroups": {}, "triggerWithEventConditions": [{}]}"#
        let map = try await journey(actionMap).getJourneyActionmap(actionMapID: "m")
        #expect(map.displayName == nil)
        #expect(map.activation != nil)
        #expect(map.triggerWithEventConditions?.count == 1)
        let template = try await journey(#"{"contentOffer": {"callToAction": {}}}"#)
            .getJourneyActiontemplate(actionTemplateID: "t")
        #expect(template.contentOffer?.callToAction != nil)
        let patterns = #"{"context": {"patterns": [{"criteria": [{}]}]}, "journey": {"patterns": [{}]}}"#
        let outcome = try await journey(patterns).getJourneyOutcome(outcomeID: "o")
        #expect(outcome.context?.patterns?.first?.criteria?.count == 1)
        let segment = try await journey(patterns).getJourneySegment(segmentID: "s")
        #expect(segment.journey?.patterns?.count == 1)
    }

    // MARK: - Heads

    @Test(arguments: ["application/json; charset=UTF-8", "Application/JSON;charset=utf-8", "text/json", ""])
    func contentTypesMakeNoDifference(contentType: String) async throws {
        let outcome = try await journey(#"{"displayName": "ü"}"#, contentType: contentType)
            .getJourneyOutcome(outcomeID: "o")
        #expect(outcome.displayName == "ü")
    }

    @Test(arguments: [200, 201, 202, 203, 206, 299])
    func eachSuccessIsOne(status: Int) async throws {
        let journey = journey(#"{"displayName": "n"}"#, status: .init(code: status))
        #expect(try await journey.postJourneySegments().displayName == "n")
        try await journey.deleteJourneySegment(segmentID: "s")
    }

    @Test(arguments: [200, 202, 204])
    func successesWithoutValueNeedNoBody(status: Int) async throws {
        let journey = journey("", status: .init(code: status))
        try await journey.deleteJourneyOutcome(outcomeID: "o")
        try await journey.postJourneyExternalcontactSegments(externalContactID: "c", body: [])
    }

    @Test func rateLimitsCanBeRead() async throws {
        let name = try #require(HTTPField.Name("inin-ratelimit-count"))
        let allowed = try #require(HTTPField.Name("inin-ratelimit-allowed"))
        let response = HTTPResponse(status: .ok, headerFields: [name: "17", allowed: "180"])
        let transport = InMemoryTransport { _ in TransportResponse(head: response, body: Data("{}".utf8)) }
        let (_, answer) = try await GenesysCloudClient.forTests(transport).withResponse {
            try await $0.journey.getJourneySegments()
        }
        #expect(answer.headers[name] == "17")
        #expect(answer.rateLimit?.remaining == 163)
    }
}
