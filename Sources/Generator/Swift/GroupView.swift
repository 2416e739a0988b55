import Templating

/// The file of a tag's operations.
struct GroupView: View {
    let source: String
    let clientName: String
    let name: String
    let typeName: String
    let doc: [DocLineView]
    /// The same above the client's property.
    let propertyDoc: [DocLineView]
    let usesFoundation: Bool
    let operations: [OperationView]
    /// The enums that the operations need.
    let choices: [ChoiceView]

    static let fields: ViewFields<GroupView> = [
        .text("source", \.source),
        .text("clientName", \.clientName),
        .text("name", \.name),
        .text("typeName", \.typeName),
        .list("doc", \.doc),
        .list("propertyDoc", \.propertyDoc),
        .flag("usesFoundation", \.usesFoundation),
        .list("operations", \.operations),
        .list("choices", \.choices),
    ]
}

struct OperationView: View {
    let name: String
    let doc: [DocLineView]
    let isDeprecated: Bool
    /// Labels, types and defaults.
    let parameters: [String]
    let result: String?
    /// How the items of the result follow one another, if it is a stream.
    let stream: String?
    /// What asks for a stream in the body.
    let streamStatements: [String]
    let request: CallView
    let statements: [CallView]
    /// Sets the body where the caller chooses what it is.
    let bodySwitch: BodySwitchView?
    /// The security of this operation alone, as an array literal.
    let security: String?
    /// The method that hands out the pages of the operation.
    let pages: PagesView?

    static let fields: ViewFields<OperationView> = [
        .text("name", \.name),
        .list("doc", \.doc),
        .flag("isDeprecated", \.isDeprecated),
        .texts("parameters", \.parameters),
        .flag("hasParameters", { !$0.parameters.isEmpty }),
        .optionalText("result", \.result),
        .optionalText("stream", \.stream),
        .texts("streamStatements", \.streamStatements),
        .optional("request", { $0.request }),
        .list("statements", \.statements),
        .optional("bodySwitch", \.bodySwitch),
        .optionalText("security", \.security),
        .optional("pages", \.pages),
    ]
}
