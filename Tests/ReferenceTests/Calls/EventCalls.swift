import APIRuntime
import GenesysCloud
import Testing

extension Call {
    static let events = [sessionEvents, aggregates]

    private static let sessionEvents = journey(
        "getJourneySessionEvents",
        "/api/v2/journey/sessions/ses-1/events?before=cursor-9&after=cursor-1&limit=5",
        answer: Sample.text("EventListing"),
    ) { journey in
        let listing = try await journey.getJourneySessionEvents(
            sessionID: "ses-1", before: "cursor-9", after: "cursor-1", limit: "5")
        #expect(listing.entities?.map(\.id) == (1...5).map { "event-\($0)" })
        #expect(listing.entities?.first?.webEvent?.attributes?["cart.total"]?.value == "99.95")
        #expect(listing.entities?[3].webActionEvent?.action?.state == .timedOut)
    }

    private static let aggregates = journey(
        "postAnalyticsJourneysAggregatesQuery", "/api/v2/analytics/journeys/aggregates/query",
        body: """
            {"interval": "2021-06-01T00:00:00.000Z/2021-06-08T00:00:00.000Z", "granularity": "P1D",
             "timeZone": "Europe/Amsterdam", "groupBy": ["journeySegmentId"], "metrics": ["nJourneySessions"],
             "filter": {"type": "or",
                        "clauses": [{"type": "and", "predicates": [{"dimension": "journeyDeviceType",
                                     "operator": "matches", "value": "phone"}]}],
                        "predicates": [{"type": "metric", "range": {"gte": 10.5, "lt": 1e21}}]},
             "flattenMultivaluedDimensions": false, "alternateTimeDimension": "eventTime",
             "views": [{"target": "nJourneySessions", "function": "rangeBound", "name": "long sessions",
                        "range": {"gte": 0.1}}]}
            """,
        answer: Sample.text("JourneyAggregateQueryResponse"),
    ) { journey in
        let response = try await journey.postAnalyticsJourneysAggregatesQuery(body: query)
        let summary = response.results?.first?.data?.first?.metrics?.first?.stats
        #expect(summary?.count == 9_007_199_254_740_993)
        #expect(summary?.sum == 1e21)
    }

    private static let query = JourneyAggregationQuery(
        interval: "2021-06-01T00:00:00.000Z/2021-06-08T00:00:00.000Z",
        metrics: [.nJourneySessions],
        granularity: "P1D",
        timeZone: "Europe/Amsterdam",
        groupBy: [.journeySegmentID],
        filter: JourneyAggregateQueryFilter(
            type: .or,
            clauses: [
                JourneyAggregateQueryClause(
                    type: .and,
                    predicates: [
                        JourneyAggregateQueryPredicate(
                            dimension: .journeyDeviceType, operator: .matches, value: "phone")
                    ])
            ],
            predicates: [
                JourneyAggregateQueryPredicate(type: .metric, range: NumericRange(gte: 10.5, lt: 1e21))
            ],
        ),
        flattenMultivaluedDimensions: false,
        views: [
            JourneyAggregationView(
                target: .nJourneySessions, name: "long sessions",
                range: AggregationRange(gte: 0.1))
        ],
        alternateTimeDimension: .eventTime,
    )
}
