import Templating

/// A union: an enum with a payload in each case.
struct UnionView: View {
    let name: String
    let doc: [DocLineView]
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
        .list("doc", \.doc),
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
    let doc: [DocLineView]
    /// The function that writes the payload, and what it takes.
    let writer: String
    let arguments: [String]

    static let fields: ViewFields<UnionCaseView> = [
        .text("name", \.name),
        .text("type", \.type),
        .list("doc", \.doc),
        .text("writer", \.writer),
        .texts("arguments", \.arguments),
    ]
}

/// A statement that finds the case of a union: just one of these is there.
struct PlanView: View {
    var assignment: AssignmentView?
    var choice: PlanSwitchView?

    static let fields: ViewFields<PlanView> = [
        .optional("assignment", \.assignment),
        .optional("choice", \.choice),
    ]
}

/// Sets `self`.
struct AssignmentView: View {
    /// The statement, as far as it is no attempt.
    let start: String
    /// The cases that may fit; none where it is certain which it is.
    var attempts: [String] = []
    /// The case if none fits.
    var otherwise = ""

    static let fields: ViewFields<AssignmentView> = [
        .text("start", \.start),
        .texts("attempts", \.attempts),
        .flag("isAttempt", { !$0.attempts.isEmpty }),
        .text("otherwise", \.otherwise),
    ]
}

/// A `switch`.
struct PlanSwitchView: View {
    let subject: String
    let branches: [PlanBranchView]
    /// What stands for all other values.
    let otherwise: [PlanView]

    static let fields: ViewFields<PlanSwitchView> = [
        .text("subject", \.subject),
        .list("branches", \.branches),
        .list("otherwise", \.otherwise),
    ]
}

struct PlanBranchView: View {
    let patterns: [String]
    let plan: [PlanView]

    static let fields: ViewFields<PlanBranchView> = [
        .texts("patterns", { view in view.patterns.dropLast().map { "\($0)," } + view.patterns.suffix(1) }),
        .list("plan", \.plan),
    ]
}
