import APIGenTemplating

/// The file with the operations of a tag.
struct GroupView: View {
    let clientName: String
    let name: String
    let typeName: String
    let doc: [DocLineView]
    let usesFoundation: Bool
    /// The modules of types that the user brings.
    let ownModules: [String]
    let operations: [OperationView]
    /// The protocol with the operations, if the config asks for it.
    let counterpart: GroupProtocolView?
    /// The enums for alternative bodies and responses.
    let choices: [ChoiceView]

    static let fields: ViewFields<GroupView> = [
        .text("clientName", \.clientName),
        .text("name", \.name),
        .text("typeName", \.typeName),
        .list("doc", \.doc),
        .flag("usesFoundation", \.usesFoundation),
        .texts("ownModules", \.ownModules),
        .list("operations", \.operations),
        .optional("counterpart", \.counterpart),
        .list("choices", \.choices),
    ]
}

struct OperationView: View {
    let name: String
    let doc: [DocLineView]
    let isDeprecated: Bool
    /// Parameter labels, types and default values.
    let parameters: [String]
    let result: String?
    /// The format of the response stream, if the result is a stream.
    let stream: String?
    /// The statements that request a stream in the body.
    let streamStatements: [String]
    let request: CallView
    let statements: [CallView]
    /// The `switch` statement that sets the body, if the caller chooses between several contents.
    let bodySwitch: BodySwitchView?
    /// The operation's own security requirements, as an array literal.
    let security: String?
    /// The method that returns the pages of the operation.
    let pages: PagesView?
    /// The methods that call the operation with a response of another one.
    let links: [WrapperView]

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
        .list("links", \.links),
    ]
}
