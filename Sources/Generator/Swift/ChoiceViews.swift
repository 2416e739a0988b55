import APIGenTemplating

/// An enum for the alternative bodies or responses of an operation.
struct ChoiceView: View {
    let name: String
    let doc: [DocLineView]
    let cases: [ChoiceCaseView]
    /// Bodies that need not be in memory cannot be compared.
    let isHashable: Bool
    /// The `switch` cases that decode a response; empty for bodies.
    let arms: [ResponseArmView]

    static let fields: ViewFields<ChoiceView> = [
        .text("name", \.name),
        .list("doc", \.doc),
        .list("cases", \.cases),
        .flag("isHashable", \.isHashable),
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

/// A `switch` case that decodes the responses with certain status codes.
struct ResponseArmView: View {
    let pattern: String
    let statement: String

    static let fields: ViewFields<ResponseArmView> = [
        .text("pattern", \.pattern),
        .text("statement", \.statement),
    ]
}

/// The `switch` statement that sets the body chosen by the caller.
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
    /// The property of the body that requests a stream.
    let streamFlag: String?
    let call: CallView

    static let fields: ViewFields<BodyArmView> = [
        .text("pattern", \.pattern),
        .optionalText("streamFlag", \.streamFlag),
        .optional("call", { $0.call }),
    ]
}
