import APIRuntime
import GenesysCloud
import Testing

extension Call {
    static let outcomes = [
        listOutcomes, listOutcomesByID, createOutcome, getOutcome, changeOutcome, deleteOutcome,
    ]

    private static let path = "/api/v2/journey/outcomes"

    private static let listOutcomes = journey(
        "getJourneyOutcomes",
        path + "?pageNumber=2&pageSize=25&sortBy=-modifiedDate&queryFields=displayName&queryValue=sale",
        answer: Sample.page(of: "Outcome", at: path),
    ) { journey in
        let page = try await journey.getJourneyOutcomes(
            pageNumber: 2, pageSize: 25, sortBy: "-modifiedDate", queryFields: ["displayName"],
            queryValue: "sale")
        #expect(page.entities?.first?.isPositive == true)
    }

    private static let listOutcomesByID = journey(
        "getJourneyOutcomes", path + "?outcomeIds=out-1", answer: #"{"entities": [], "total": 0}"#,
    ) { journey in
        let page = try await journey.getJourneyOutcomes(outcomeIDs: ["out-1"])
        #expect(page.total == 0)
    }

    private static let createOutcome = journey(
        "postJourneyOutcomes", path,
        body: """
            {"displayName": "Bought something", "isPositive": true,
             "context": {"patterns": [{"criteria": [{"key": "geolocation.country", "values": ["NL", "BE"],
                         "shouldIgnoreCase": false, "operator": "containsAny", "entityType": "visit"}]}]},
             "journey": {"patterns": [{"criteria": [{"key": "page.url", "values": ["thanks"],
                         "shouldIgnoreCase": true, "operator": "endsWith"}],
                         "count": 1, "streamType": "Web", "sessionType": "web"}]}}
            """,
        answer: Sample.text("Outcome"),
    ) { journey in
        let visitors = EntityTypeCriteria(
            key: "geolocation.country", values: ["NL", "BE"], shouldIgnoreCase: false,
            operator: .containsAny, entityType: .visit)
        let page = Criteria(key: "page.url", values: ["thanks"], shouldIgnoreCase: true, operator: .endsWith)
        let pattern = JourneyPattern(criteria: [page], count: 1, streamType: .web, sessionType: "web")
        let outcome = try await journey.postJourneyOutcomes(
            body: Outcome(
                displayName: "Bought something",
                isPositive: true,
                context: Context(patterns: [ContextPattern(criteria: [visitors])]),
                journey: Journey(patterns: [pattern]),
            ))
        #expect(outcome.context?.patterns?.first?.criteria == [visitors])
    }

    private static let getOutcome = journey(
        "getJourneyOutcome", path + "/out-1", answer: Sample.text("Outcome"),
    ) { journey in
        let outcome = try await journey.getJourneyOutcome(outcomeID: "out-1")
        #expect(outcome.journey?.patterns?.first?.eventName == "page_viewed")
    }

    private static let changeOutcome = journey(
        "patchJourneyOutcome", path + "/out-1",
        body: """
            {"version": 3, "description": null,
             "journey": {"patterns": [{"streamType": "Custom", "eventName": null}]}}
            """,
        answer: Sample.text("Outcome"),
    ) { journey in
        let pattern = PatchJourneyPattern(streamType: .custom, eventName: .null)
        let outcome = try await journey.patchJourneyOutcome(
            outcomeID: "out-1",
            body: PatchOutcome(
                version: 3, description: .null, journey: .value(PatchJourney(patterns: [pattern]))))
        #expect(outcome.version == 3)
    }

    private static let deleteOutcome = journey("deleteJourneyOutcome", path + "/out-1") { journey in
        try await journey.deleteJourneyOutcome(outcomeID: "out-1")
    }
}
