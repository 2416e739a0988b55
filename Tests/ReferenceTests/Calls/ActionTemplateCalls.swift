import APIRuntime
import GenesysCloud
import Testing

extension Call {
    static let actionTemplates = [
        listActionTemplates, createActionTemplate, getActionTemplate, changeActionTemplate,
        deleteActionTemplate,
    ]

    private static let path = "/api/v2/journey/actiontemplates"

    private static let listActionTemplates = journey(
        "getJourneyActiontemplates",
        path + "?pageNumber=2&pageSize=25&sortBy=name&mediaType=contentOffer&state=Active"
            + "&queryFields=name&queryFields=description&queryValue=spring%20sale",
        answer: Sample.page(of: "ActionTemplate", at: path),
    ) { journey in
        let page = try await journey.getJourneyActiontemplates(
            pageNumber: 2, pageSize: 25, sortBy: "name", mediaType: .contentOffer, state: .active,
            queryFields: ["name", "description"], queryValue: "spring sale")
        #expect(page.entities?.first?.contentOffer?.callToAction?.target == .newWindow)
    }

    private static let createActionTemplate = journey(
        "postJourneyActiontemplates", path,
        body: """
            {"name": "Spring sale", "mediaType": "contentOffer", "state": "Inactive",
             "contentOffer": {"displayMode": "Toast", "layoutMode": "TextOnly", "body": "Until Sunday",
                              "style": {"body": {"textAlign": "Left"}}}}
            """,
        answer: Sample.text("ActionTemplate"),
    ) { journey in
        let template = try await journey.postJourneyActiontemplates(
            body: ActionTemplate(
                name: "Spring sale",
                mediaType: .contentOffer,
                state: .inactive,
                contentOffer: ContentOffer(
                    displayMode: .toast, layoutMode: .textOnly, body: "Until Sunday",
                    style: ContentOfferStylingConfiguration(body: TextStyleProperties(textAlign: .left))),
            ))
        #expect(template.contentOffer?.body == "Until Sunday")
        #expect(template.contentOffer?.style?.body?.font == "Verdana")
    }

    private static let getActionTemplate = journey(
        "getJourneyActiontemplate", path + "/tpl-1", answer: Sample.text("ActionTemplate"),
    ) { journey in
        let template = try await journey.getJourneyActiontemplate(actionTemplateID: "tpl-1")
        #expect(template.contentOffer?.style?.closeButton?.opacity == 0.5)
        #expect(template.createdDate != nil)
    }

    private static let changeActionTemplate = journey(
        "patchJourneyActiontemplate", path + "/tpl-1",
        body: #"{"state": "Active", "description": "", "contentOffer": {"headline": null}}"#,
        answer: Sample.text("ActionTemplate"),
    ) { journey in
        let template = try await journey.patchJourneyActiontemplate(
            actionTemplateID: "tpl-1",
            body: PatchActionTemplate(
                description: "", state: .active, contentOffer: .value(PatchContentOffer(headline: .null))))
        #expect(template.state == .active)
    }

    private static let deleteActionTemplate = journey(
        "deleteJourneyActiontemplate", path + "/tpl-1?hardDelete=true",
    ) { journey in
        try await journey.deleteJourneyActiontemplate(actionTemplateID: "tpl-1", hardDelete: true)
    }
}
