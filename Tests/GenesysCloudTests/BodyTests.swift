import APIRuntime
import Foundation
import GenesysCloud
import HTTPTypes
import Testing

@Suite struct BodyTests {
    // MARK: - Absent and empty bodies

    @Test func absentBodiesSendNothing() async throws {
        let sent = try await requests(answer: Sample.any) { journey in
            _ = try await journey.postJourneyActionmaps()
            _ = try await journey.patchJourneySegment(segmentID: "s")
            try await journey.postJourneyExternalcontactSegments(externalContactID: "c")
        }
        #expect(sent.count == 3)
        for request in sent {
            #expect(request.body == nil)
            #expect(request.head.headerFields[.contentType] == nil)
        }
    }

    @Test func bodiesHaveAContentType() async throws {
        let sent = try await requests(answer: Sample.any) { journey in
            _ = try await journey.patchJourneySegment(segmentID: "s", body: PatchSegment())
        }
        #expect(sent.first?.head.headerFields[.contentType] == "application/json")
    }

    @Test func emptyObjectsAndListsAreSentAsTheyAre() async throws {
        #expect(
            try await body { journey in
                _ = try await journey.patchJourneyActiontarget(actionTargetID: "t", body: PatchActionTarget())
            } == "{}")
        #expect(
            try await body { journey in
                try await journey.postJourneyExternalcontactSegments(externalContactID: "c", body: [])
            } == "[]")
    }

    @Test func falseZeroAndEmptyMembersAreSent() async throws {
        let text = try await body { journey in
            _ = try await journey.patchJourneyActionmap(
                actionMapID: "m",
                body: PatchActionMap(
                    isActive: false, displayName: "", triggerWithSegments: [], pageURLConditions: [],
                    weight: 0))
        }
        let expected = """
            {"isActive": false, "displayName": "", "triggerWithSegments": [], "pageUrlConditions": [], "weight": 0}
            """
        #expect(try json(text) == json(expected))
    }

    // MARK: - Three states

    @Test(arguments: [
        (PatchActionMap(), "{}"),
        (PatchActionMap(endDate: .null), #"{"endDate": null}"#),
        (
            PatchActionMap(endDate: .value(Date(timeIntervalSince1970: 0))),
            #"{"endDate": "1970-01-01T00:00:00.000Z"}"#
        ),
        (PatchActionMap(actionMapScheduleGroups: .null), #"{"actionMapScheduleGroups": null}"#),
        (
            PatchActionMap(
                actionMapScheduleGroups: .value(
                    PatchActionMapScheduleGroups(
                        actionMapScheduleGroup: ActionMapScheduleGroup(id: "g"),
                        emergencyActionMapScheduleGroup: .null))),
            """
            {"actionMapScheduleGroups": {"actionMapScheduleGroup": {"id": "g"},
                                         "emergencyActionMapScheduleGroup": null}}
            """
        ),
    ])
    func actionMapsAreChangedInThreeStates(change: PatchActionMap, expected: String) async throws {
        let text = try await body { journey in
            _ = try await journey.patchJourneyActionmap(actionMapID: "m", body: change)
        }
        #expect(try json(text) == json(expected))
    }

    @Test(arguments: [
        (PatchOutcome(description: .unchanged), "{}"),
        (PatchOutcome(description: .null), #"{"description": null}"#),
        (PatchOutcome(description: ""), #"{"description": ""}"#),
        (PatchOutcome(journey: .null), #"{"journey": null}"#),
        (PatchOutcome.eventName(.unchanged), #"{"journey": {"patterns": [{}]}}"#),
        (PatchOutcome.eventName(.null), #"{"journey": {"patterns": [{"eventName": null}]}}"#),
        (PatchOutcome.eventName("sale"), #"{"journey": {"patterns": [{"eventName": "sale"}]}}"#),
    ])
    func outcomesAreChangedInThreeStates(change: PatchOutcome, expected: String) async throws {
        let text = try await body { journey in
            _ = try await journey.patchJourneyOutcome(outcomeID: "o", body: change)
        }
        #expect(try json(text) == json(expected))
    }
}

extension PatchOutcome {
    fileprivate static func eventName(_ name: PropertyPatch<String>) -> PatchOutcome {
        PatchOutcome(journey: .value(PatchJourney(patterns: [PatchJourneyPattern(eventName: name)])))
    }
}
