import APIRuntime
import GenesysCloud
import Testing

extension Call {
    static let segmentAssignments = [ofCustomer, ofExternalContact, ofSession, assign]

    private static let query =
        "?pageSize=200&after=YS9iK2M9PQ%3D%3D&segmentScope=Customer&assignmentState=Unassigned"

    private static let ofCustomer = journey(
        "getJourneyCustomerCustomerIdSegments",
        "/api/v2/journey/customers/email/jane.doe%2Bnews%40example.com/segments" + query,
        answer: Sample.text("SegmentAssignmentListing"),
    ) { journey in
        let listing = try await journey.getJourneyCustomerCustomerIdSegments(
            customerIDType: "email", customerID: "jane.doe+news@example.com", pageSize: "200",
            after: "YS9iK2M9PQ==", segmentScope: .customer, assignmentState: .unassigned)
        #expect(listing.entities?.first?.customerID == "jane.doe+news@example.com")
    }

    private static let ofExternalContact = journey(
        "getJourneyExternalcontactSegments", "/api/v2/journey/externalcontacts/contact-1/segments" + query,
        answer: Sample.text("SegmentAssignmentListing"),
    ) { journey in
        let listing = try await journey.getJourneyExternalcontactSegments(
            externalContactID: "contact-1", pageSize: "200", after: "YS9iK2M9PQ==", segmentScope: .customer,
            assignmentState: .unassigned)
        #expect(listing.entities?.first?.state == .unassigned)
    }

    private static let ofSession = journey(
        "getJourneySessionSegments", "/api/v2/journey/sessions/ses-1/segments" + query,
        answer: Sample.text("SegmentAssignmentListing"),
    ) { journey in
        let listing = try await journey.getJourneySessionSegments(
            sessionID: "ses-1", pageSize: "200", after: "YS9iK2M9PQ==", segmentScope: .customer,
            assignmentState: .unassigned)
        #expect(listing.entities?.first?.segment?.scope == .session)
    }

    private static let assign = journey(
        "postJourneyExternalcontactSegments", "/api/v2/journey/externalcontacts/contact-1/segments",
        body: """
            [{"segmentId": "seg-1", "state": "Assigned"}, {"segmentId": "seg-2", "state": "Unassigned"}]
            """,
    ) { journey in
        try await journey.postJourneyExternalcontactSegments(
            externalContactID: "contact-1",
            body: [
                SegmentAssignmentsUpdate(segmentID: "seg-1", state: .assigned),
                SegmentAssignmentsUpdate(segmentID: "seg-2", state: .unassigned),
            ])
    }
}
