import APIGenTemplating

/// The protocol with the operations of a group.
struct GroupProtocolView: View {
    let protocolName: String
    let requirements: [RequirementView]
    let shortForms: [ShortFormView]
    /// The methods that return pages, and need nothing but the operation.
    let pages: [PagesView]

    static let fields: ViewFields<GroupProtocolView> = [
        .text("protocolName", \.protocolName),
        .list("requirements", \.requirements),
        .flag("hasMembers", { !$0.shortForms.isEmpty || !$0.pages.isEmpty }),
        .list("shortForms", \.shortForms),
        .list("pages", \.pages),
    ]
}

/// An operation as a requirement of the protocol.
struct RequirementView: View {
    let name: String
    let doc: [DocLineView]
    let isDeprecated: Bool
    /// Labels and types; requirements have no default values.
    let parameters: [String]
    let result: String?

    static let fields: ViewFields<RequirementView> = [
        .text("name", \.name),
        .list("doc", \.doc),
        .flag("isDeprecated", \.isDeprecated),
        .texts("parameters", \.parameters),
        .flag("hasParameters", { !$0.parameters.isEmpty }),
        .optionalText("result", \.result),
    ]
}

/// The operation without what is optional.
struct ShortFormView: View {
    let requirement: RequirementView
    let call: CallView

    static let fields: ViewFields<ShortFormView> = [
        .optional("requirement", { $0.requirement }),
        .optional("call", { $0.call }),
    ]
}
