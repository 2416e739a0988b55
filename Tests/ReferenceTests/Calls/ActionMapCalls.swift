import APIRuntime
import Foundation
import GenesysCloud
import Testing

extension Call {
    static let actionMaps = [
        listActionMaps, listActionMapsByID, createActionMap, getActionMap, changeActionMap, deleteActionMap,
    ]

    private static let path = "/api/v2/journey/actionmaps"

    private static let listActionMaps = journey(
        "getJourneyActionmaps",
        path + "?pageNumber=2&pageSize=25&sortBy=displayName%2C-createdDate&filterField=weight&filterValue=2"
            + "&queryFields=displayName&queryFields=id&queryValue=help",
        answer: Sample.page(of: "ActionMap", at: path),
    ) { journey in
        let page = try await journey.getJourneyActionmaps(
            pageNumber: 2, pageSize: 25, sortBy: "displayName,-createdDate", filterField: "weight",
            filterValue: "2", queryFields: ["displayName", "id"], queryValue: "help")
        #expect(page.entities?.map(\.id) == ["map-1"])
        #expect(page.total == 51)
        #expect(page.pageCount == 3)
        #expect(page.nextURI == "\(path)?pageNumber=2")
    }

    private static let listActionMapsByID = journey(
        "getJourneyActionmaps", path + "?actionMapIds=map-1&actionMapIds=map-2", answer: #"{"entities": []}"#,
    ) { journey in
        let page = try await journey.getJourneyActionmaps(actionMapIDs: ["map-1", "map-2"])
        #expect(page.entities == [])
    }

    private static let createActionMap = journey(
        "postJourneyActionmaps", path,
        body: """
            {"displayName": "Offer help at the till", "isActive": true, "triggerWithSegments": ["seg-1"],
             "pageUrlConditions": [{"values": ["shop.example"], "operator": "startsWith"}],
             "triggerWithOutcomeProbabilityConditions": [{"outcomeId": "out-1", "maximumProbability": 0.35}],
             "activation": {"type": "delay", "delayInSeconds": 30},
             "action": {"mediaType": "architectFlow", "actionTemplate": {"id": "tpl-1"}},
             "startDate": "2021-06-03T00:00:00.000Z"}
            """,
        answer: Sample.text("ActionMap"),
    ) { journey in
        let map = try await journey.postJourneyActionmaps(
            body: ActionMap(
                displayName: "Offer help at the till",
                isActive: true,
                triggerWithSegments: ["seg-1"],
                triggerWithOutcomeProbabilityConditions: [
                    OutcomeProbabilityCondition(outcomeID: "out-1", maximumProbability: 0.35)
                ],
                pageURLConditions: [URLCondition(values: ["shop.example"], operator: .startsWith)],
                activation: Activation(type: "delay", delayInSeconds: 30),
                action: ActionMapAction(
                    mediaType: .architectFlow, actionTemplate: ActionMapActionTemplate(id: "tpl-1")),
                startDate: Date(timeIntervalSince1970: 1_622_678_400),
            ))
        #expect(map.version == 7)
        #expect(map.action?.architectFlowFields?.flowRequestMappings?.first?.mappingType == .lookup)
    }

    private static let getActionMap = journey(
        "getJourneyActionmap", path + "/map-1", answer: Sample.text("ActionMap"),
    ) { journey in
        let map = try await journey.getJourneyActionmap(actionMapID: "map-1")
        #expect(map.triggerWithEventConditions?.first?.streamType == .web)
        #expect(map.actionMapScheduleGroups?.emergencyActionMapScheduleGroup?.id == "hours-2")
    }

    private static let changeActionMap = journey(
        "patchJourneyActionmap", path + "/map-1",
        body: """
            {"version": 7, "weight": 3, "endDate": null, "action": {"webMessagingOfferFields": null},
             "actionMapScheduleGroups": {"actionMapScheduleGroup": {"id": "hours-3"}}}
            """,
        answer: Sample.text("ActionMap"),
    ) { journey in
        let map = try await journey.patchJourneyActionmap(
            actionMapID: "map-1",
            body: PatchActionMap(
                version: 7,
                weight: 3,
                action: PatchAction(webMessagingOfferFields: .null),
                actionMapScheduleGroups: .value(
                    PatchActionMapScheduleGroups(
                        actionMapScheduleGroup: ActionMapScheduleGroup(id: "hours-3"))),
                endDate: .null,
            ))
        #expect(map.ignoreFrequencyCap == false)
    }

    private static let deleteActionMap = journey(
        "deleteJourneyActionmap", path + "/map-1",
    ) { journey in
        try await journey.deleteJourneyActionmap(actionMapID: "map-1")
    }
}
