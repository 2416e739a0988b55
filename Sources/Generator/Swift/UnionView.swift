import APIGenTemplating

/// A union: an enum with an associated value in each case.
struct UnionView: View {
    let name: String
    let doc: [DocLineView]
    let conformances: String
    let isIndirect: Bool
    let cases: [UnionCaseView]
    let isOpen: Bool
    /// The statement that decodes the union; empty if it is never received.
    let decoding: [PlanView]
    let isEncodable: Bool
    let properties: [UnionPropertyView]
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
        .list("properties", \.properties),
        .list("nested", \.nested),
    ]
}

/// The conformance of a union to a literal protocol, for a kind of literal that only one of its cases accepts.
struct UnionLiteralView: View {
    let union: String
    let kind: LiteralKind
    /// The type of the initializer's parameter.
    let type: String
    let name: String
    /// The associated value, made from the parameter.
    let value: String

    static let fields: ViewFields<UnionLiteralView> = [
        .text("union", \.union),
        .text("conformance", \.kind.conformance),
        .text("label", { "\($0.kind.rawValue)Literal" }),
        .text("type", \.type),
        .text("name", \.name),
        .text("value", \.value),
    ]
}

/// The kinds of Swift literals.
enum LiteralKind: String {
    case boolean, integer, float, string, array

    /// The literal protocol.
    var conformance: String { "ExpressibleBy\(rawValue.capitalizedStart)Literal" }
}

struct UnionCaseView: View {
    let name: String
    let type: String
    let doc: [DocLineView]
    /// The function that encodes the associated value, and its arguments.
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

/// A property that all cases of a union have.
struct UnionPropertyView: View {
    let name: String
    let doc: [DocLineView]
    let type: String
    /// The names of the cases.
    let cases: [String]
    let isOpen: Bool

    static let fields: ViewFields<UnionPropertyView> = [
        .text("name", \.name),
        .list("doc", \.doc),
        .text("type", \.type),
        .texts("cases", \.cases),
        .flag("isOpen", \.isOpen),
    ]
}

/// A statement that determines the case of a union: an assignment or a `switch`.
struct PlanView: View {
    var assignment: AssignmentView?
    var choice: PlanSwitchView?

    static let fields: ViewFields<PlanView> = [
        .optional("assignment", \.assignment),
        .optional("choice", \.choice),
    ]
}

/// An assignment to `self`.
struct AssignmentView: View {
    /// The statement, or its start if there are attempts.
    let start: String
    /// The cases to attempt to decode; empty if the case is known.
    var attempts: [String] = []
    /// The case if none of the attempts succeeds.
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
    /// The statement for all other values.
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
