import APIRuntime
import Foundation
import GenesysCloud
import Testing

/// Single members of bodies, as they go out.
@Suite struct MemberTests {
    // MARK: - Members that only the service sets

    @Test func readOnlyMembersAreNotSent() async throws {
        let received = Date(timeIntervalSince1970: 0)
        let map = try await body { journey in
            _ = try await journey.postJourneyActionmaps(
                body: ActionMap(displayName: "n", id: "m", selfURI: "/m", createdDate: received))
        }
        #expect(try json(map) == json(#"{"displayName": "n", "createdDate": "1970-01-01T00:00:00.000Z"}"#))
        let template = try await body { journey in
            _ = try await journey.postJourneyActiontemplates(
                body: ActionTemplate(
                    name: "n", mediaType: .webchat, state: .active, id: "t", selfURI: "/t",
                    createdDate: received, modifiedDate: received))
        }
        #expect(try json(template) == json(#"{"name": "n", "mediaType": "webchat", "state": "Active"}"#))
    }

    @Test func whatWasReceivedCanBeSentAgain() async throws {
        let answer = #"{"id": "s", "selfUri": "/s", "displayName": "n", "version": 3, "isActive": true}"#
        let sent = try await requests(answer: answer) { journey in
            let segment = try await journey.getJourneySegment(segmentID: "s")
            _ = try await journey.postJourneySegments(body: segment)
        }
        let text = sent.last?.body.map { String(decoding: $0, as: UTF8.self) }
        #expect(try json(text) == json(#"{"displayName": "n", "version": 3, "isActive": true}"#))
    }

    /// The models call the ID read-only here, but there is no other way to choose a template.
    @Test func idsOfActionTemplatesAreSent() async throws {
        let text = try await body { journey in
            _ = try await journey.patchJourneyActionmap(
                actionMapID: "m",
                body: PatchActionMap(
                    action: PatchAction(
                        actionTemplate: .value(ActionMapActionTemplate(id: "t", selfURI: "/t")))))
        }
        #expect(try json(text) == json(#"{"action": {"actionTemplate": {"id": "t"}}}"#))
    }

    // MARK: - Values

    @Test func unknownEnumValuesGoOut() async throws {
        let text = try await body { journey in
            _ = try await journey.patchJourneyActiontemplate(
                actionTemplateID: "t",
                body: PatchActionTemplate(mediaType: "openAction", state: "on hold"))
        }
        #expect(try json(text) == json(#"{"mediaType": "openAction", "state": "on hold"}"#))
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (1_622_678_400.125, "2021-06-03T00:00:00.125Z"),
        (1_622_678_399.999, "2021-06-02T23:59:59.999Z"), (-0.5, "1969-12-31T23:59:59.500Z"),
        (1_622_678_400.123456, "2021-06-03T00:00:00.123Z"), (0.000_000_123, "1970-01-01T00:00:00.000Z"),
        (1_622_678_399.9999, "2021-06-03T00:00:00.000Z"),
    ])
    func datesGoOutWithThreeDecimalsInUTC(seconds: Double, expected: String) async throws {
        let text = try await body { journey in
            _ = try await journey.patchJourneyActionmap(
                actionMapID: "m", body: PatchActionMap(startDate: Date(timeIntervalSince1970: seconds)))
        }
        #expect(text == #"{"startDate":"\#(expected)"}"#)
    }

    @Test func whatAnAnswerLackedIsMissedInARequest() async throws {
        let outcome = try JSONDecoder().decode(Outcome.self, from: Data(#"{"context": {}}"#.utf8))
        let (error, count) = await failure { journey in
            _ = try await journey.postJourneyOutcomes(body: outcome)
        }
        guard case .invalidRequest(let invalid)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(
            invalid.violations.map(\.message) == [
                "$.displayName must be set", "$.context.patterns must be set",
            ])
        #expect(invalid.violations.allSatisfy { $0.rule == .required })
        #expect(count == 0)
    }

    @Test func numbersSurvive() async throws {
        let ranges = [NumericRange(gte: 10.5, lt: 1e21), NumericRange(gt: 0.1, lte: 10)]
        let text = try await body { journey in
            _ = try await journey.postAnalyticsJourneysAggregatesQuery(
                body: JourneyAggregationQuery(
                    interval: "i",
                    metrics: [],
                    filter: JourneyAggregateQueryFilter(
                        type: .and, predicates: ranges.map { JourneyAggregateQueryPredicate(range: $0) }),
                ))
        }
        let predicates = try #require(try json(text)?["filter"]?["predicates"])
        #expect(predicates[0]?["range"] == ["gte": 10.5, "lt": 1e21])
        #expect(predicates[1]?["range"] == ["gt": 0.1, "lte": 10])
    }

    @Test func integersStayIntegers() async throws {
        let text = try await body { journey in
            _ = try await journey.patchJourneyActiontarget(
                actionTargetID: "t",
                body: PatchActionTarget(
                    serviceLevel: .value(ServiceLevel(percentage: 1, durationMs: 9_007_199_254_740_993)),
                    shortAbandonThreshold: 5))
        }
        let level = #"{"durationMs":9007199254740993,"percentage":1}"#
        #expect(text == #"{"serviceLevel":\#(level),"shortAbandonThreshold":5}"#)
    }

    @Test func textsOfAllScriptsSurvive() async throws {
        let name = "\"Zürich\" \\ 東京/🙂 \u{1}\n"
        let text = try await body { journey in
            _ = try await journey.postJourneyOutcomes(body: Outcome(displayName: name))
        }
        #expect(try json(text)?["displayName"] == .string(name))
    }

    @Test func membersOfOneNameStayApart() async throws {
        let style = ContentOfferStylingConfiguration(
            title: TextStyleProperties(font: "f1"), body: TextStyleProperties(font: "f2"))
        let offer = ContentOffer(
            displayMode: .modal, layoutMode: .textOnly, title: "t", body: "b", style: style)
        let text = try await body { journey in
            _ = try await journey.postJourneyActiontemplates(
                body: ActionTemplate(
                    name: "n", mediaType: .contentOffer, state: .active, contentOffer: offer))
        }
        let expected = """
            {"displayMode": "Modal", "layoutMode": "TextOnly", "title": "t", "body": "b",
             "style": {"title": {"font": "f1"}, "body": {"font": "f2"}}}
            """
        #expect(try json(text)?["contentOffer"] == json(expected))
    }
}
