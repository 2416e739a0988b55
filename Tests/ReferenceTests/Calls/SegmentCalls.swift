import APIRuntime
import GenesysCloud
import Testing

extension Call {
    static let segments = [
        listSegments, listSegmentsByID, createSegment, getSegment, changeSegment, deleteSegment,
    ]

    private static let path = "/api/v2/journey/segments"

    private static let listSegments = journey(
        "getJourneySegments",
        path + "?sortBy=displayName&pageSize=25&pageNumber=2&isActive=false"
            + "&queryFields=displayName&queryFields=description&queryValue=twice",
        answer: Sample.page(of: "JourneySegment", at: path),
    ) { journey in
        let page = try await journey.getJourneySegments(
            sortBy: "displayName", pageSize: 25, pageNumber: 2, isActive: false,
            queryFields: ["displayName", "description"], queryValue: "twice")
        #expect(page.entities?.map(\.displayName) == ["Came back twice"])
    }

    private static let listSegmentsByID = journey(
        "getJourneySegments", path + "?isActive=true&segmentIds=seg-1&segmentIds=seg-2",
        answer: #"{"entities": []}"#,
    ) { journey in
        let page = try await journey.getJourneySegments(isActive: true, segmentIDs: ["seg-1", "seg-2"])
        #expect(page.pageCount == nil)
    }

    private static let createSegment = journey(
        "postJourneySegments", path,
        body: """
            {"displayName": "Came back twice", "color": "#008000", "scope": "Session",
             "shouldDisplayToAgent": false, "assignmentExpirationDays": 0, "context": {"patterns": []},
             "externalSegment": {"id": "aep-1", "name": "Returning", "source": "AdobeExperiencePlatform"}}
            """,
        answer: Sample.text("JourneySegment"),
    ) { journey in
        let segment = try await journey.postJourneySegments(
            body: JourneySegment(
                displayName: "Came back twice",
                color: "#008000",
                scope: .session,
                shouldDisplayToAgent: false,
                context: Context(patterns: []),
                externalSegment: ExternalSegment(
                    id: "aep-1", name: "Returning", source: .adobeExperiencePlatform),
                assignmentExpirationDays: 0,
            ))
        #expect(segment.externalSegment?.source == .adobeExperiencePlatform)
    }

    private static let getSegment = journey(
        "getJourneySegment", path + "/seg-1", answer: Sample.text("JourneySegment"),
    ) { journey in
        let segment = try await journey.getJourneySegment(segmentID: "seg-1")
        #expect(segment.scope == .customer)
        #expect(segment.journey?.patterns?.first?.count == 3)
    }

    private static let changeSegment = journey(
        "patchJourneySegment", path + "/seg-1",
        body: #"{"version": 12, "displayName": "Kam zurück", "externalSegment": {"name": "Back"}}"#,
        answer: Sample.text("JourneySegment"),
    ) { journey in
        let segment = try await journey.patchJourneySegment(
            segmentID: "seg-1",
            body: PatchSegment(
                displayName: "Kam zurück", version: 12,
                externalSegment: .value(PatchExternalSegment(name: "Back"))))
        #expect(segment.assignmentExpirationDays == 30)
    }

    private static let deleteSegment = journey("deleteJourneySegment", path + "/seg-1") { journey in
        try await journey.deleteJourneySegment(segmentID: "seg-1")
    }
}
