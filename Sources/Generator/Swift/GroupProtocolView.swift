import APIGenTemplating

/// The protocol with the operations of a group.
struct GroupProtocolView: View {
    let protocolName: String
    let requirements: [MethodView]
    /// The operations without what is optional.
    let shortForms: [WrapperView]
    /// The methods that return pages, and need nothing but the operation.
    let pages: [PagesView]
    /// The methods that take a response of another operation.
    let links: [WrapperView]

    static let fields: ViewFields<GroupProtocolView> = [
        .text("protocolName", \.protocolName),
        .list("requirements", \.requirements),
        .flag("hasMembers", { !($0.shortForms.isEmpty && $0.pages.isEmpty && $0.links.isEmpty) }),
        .list("shortForms", \.shortForms),
        .list("pages", \.pages),
        .list("links", \.links),
    ]
}

/// The declaration of a method, such as a requirement of a protocol.
struct MethodView: View {
    let name: String
    let doc: [DocLineView]
    let isDeprecated: Bool
    /// Labels and types; those of requirements have no default values.
    let parameters: [String]
    let result: String?

    static let fields: ViewFields<MethodView> = [
        .text("name", \.name),
        .list("doc", \.doc),
        .flag("isDeprecated", \.isDeprecated),
        .texts("parameters", \.parameters),
        .flag("hasParameters", { !$0.parameters.isEmpty }),
        .optionalText("result", \.result),
    ]
}

/// A method that calls another one.
struct WrapperView: View {
    let method: MethodView
    let call: CallView

    static let fields: ViewFields<WrapperView> = [
        .optional("method", { $0.method }),
        .optional("call", { $0.call }),
    ]
}
