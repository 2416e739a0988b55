import Templating

/// A union: an enum with a payload in each case.
struct UnionView: View {
    let name: String
    let doc: [String]
    let conformances: String
    let isIndirect: Bool
    let cases: [UnionCaseView]
    let isOpen: Bool
    /// How the case is found; none if values never come.
    let decoding: [PlanView]
    let isEncodable: Bool
    let nested: [TypeView]

    static let fields: ViewFields<UnionView> = [
        .text("name", \.name),
        .texts("doc", \.doc),
        .text("conformances", \.conformances),
        .flag("isIndirect", \.isIndirect),
        .list("cases", \.cases),
        .flag("isOpen", \.isOpen),
        .list("decoding", \.decoding),
        .flag("isDecodable", { !$0.decoding.isEmpty }),
        .flag("isEncodable", \.isEncodable),
        .list("nested", \.nested),
    ]
}

struct UnionCaseView: View {
    let name: String
    let type: String
    let doc: [String]
    /// The statement that writes the payload.
    let write: CallView

    static let fields: ViewFields<UnionCaseView> = [
        .text("name", \.name),
        .text("type", \.type),
        .texts("doc", \.doc),
        .optional("write", { $0.write }),
        .optionalText("writeOnLine", { $0.write.fitsOnLine ? $0.write.line : nil }),
    ]
}

/// A statement that finds the case of a union: just one of these is there.
struct PlanView: View {
    var statement: String?
    var choice: PlanSwitchView?
    /// What `self` is set to, where that needs more than a line.
    var call: CallView?

    static let fields: ViewFields<PlanView> = [
        .optionalText("statement", \.statement),
        .optional("choice", \.choice),
        .optional("call", \.call),
    ]
}

/// A `switch`.
struct PlanSwitchView: View {
    let subject: String
    let branches: [PlanBranchView]
    let otherwise: [PlanView]
    /// Whether what stands for all other values does.
    let fitsOnLine: Bool

    static let fields: ViewFields<PlanSwitchView> = [
        .text("subject", \.subject),
        .list("branches", \.branches),
        .list("otherwise", \.otherwise),
        .optionalText("default", { $0.fitsOnLine ? $0.otherwise.first?.statement : nil }),
    ]
}

struct PlanBranchView: View {
    /// The patterns, on as many lines as they need.
    let patterns: [String]
    let plan: [PlanView]
    let fitsOnLine: Bool

    static let fields: ViewFields<PlanBranchView> = [
        .texts("patterns", \.patterns),
        .list("plan", \.plan),
        .optionalText("statement", { $0.fitsOnLine ? $0.plan.first?.statement : nil }),
    ]
}
