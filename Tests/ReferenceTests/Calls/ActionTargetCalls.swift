import APIRuntime
import GenesysCloud
import Testing

extension Call {
    static let actionTargets = [listActionTargets, getActionTarget, changeActionTarget]

    private static let path = "/api/v2/journey/actiontargets"

    private static let listActionTargets = journey(
        "getJourneyActiontargets", path + "?pageNumber=2&pageSize=25",
        answer: Sample.page(of: "ActionTarget", at: path),
    ) { journey in
        let page = try await journey.getJourneyActiontargets(pageNumber: 2, pageSize: 25)
        #expect(page.entities?.first?.supportedMediaTypes == [.webchat, .messaging])
    }

    private static let getActionTarget = journey(
        "getJourneyActiontarget", path + "/target-1", answer: Sample.text("ActionTarget"),
    ) { journey in
        let target = try await journey.getJourneyActiontarget(actionTargetID: "target-1")
        #expect(target.state == .active)
        #expect(target.serviceLevel?.durationMs == 20000)
    }

    private static let changeActionTarget = journey(
        "patchJourneyActiontarget", path + "/target-1",
        body: """
            {"name": "Sales", "serviceLevel": {"percentage": 0.8, "durationMs": 20000}, "shortAbandonThreshold": 0}
            """,
        answer: Sample.text("ActionTarget"),
    ) { journey in
        let target = try await journey.patchJourneyActiontarget(
            actionTargetID: "target-1",
            body: PatchActionTarget(
                name: "Sales",
                serviceLevel: .value(ServiceLevel(percentage: 0.8, durationMs: 20000)),
                shortAbandonThreshold: 0,
            ))
        #expect(target.userData?.map(\.value) == ["en"])
    }
}
