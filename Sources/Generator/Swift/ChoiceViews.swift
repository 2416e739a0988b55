import Templating

/// An enum of what an operation can send or bring.
struct ChoiceView: View {
    let name: String
    let doc: [DocLineView]
    let cases: [ChoiceCaseView]
    /// How an answer becomes one of the cases; empty for what is sent.
    let arms: [ResponseArmView]

    static let fields: ViewFields<ChoiceView> = [
        .text("name", \.name),
        .list("doc", \.doc),
        .list("cases", \.cases),
        .list("arms", \.arms),
        .flag("isResult", { !$0.arms.isEmpty }),
    ]
}

struct ChoiceCaseView: View {
    let doc: [DocLineView]
    let declaration: String

    static let fields: ViewFields<ChoiceCaseView> = [
        .list("doc", \.doc),
        .text("declaration", \.declaration),
    ]
}

/// What is made of an answer with one status, or with all that are left.
struct ResponseArmView: View {
    let pattern: String
    let statement: String

    static let fields: ViewFields<ResponseArmView> = [
        .text("pattern", \.pattern),
        .text("statement", \.statement),
    ]
}

/// The statement that sets the body that the caller chose.
struct BodySwitchView: View {
    let arms: [BodyArmView]
    let isOptional: Bool

    static let fields: ViewFields<BodySwitchView> = [
        .list("arms", \.arms),
        .flag("isOptional", \.isOptional),
    ]
}

struct BodyArmView: View {
    let pattern: String
    /// The member of the body that asks for a stream.
    let streamFlag: String?
    let call: CallView

    static let fields: ViewFields<BodyArmView> = [
        .text("pattern", \.pattern),
        .optionalText("streamFlag", \.streamFlag),
        .optional("call", { $0.call }),
    ]
}
