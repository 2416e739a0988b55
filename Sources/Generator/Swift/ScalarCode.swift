/// How a scalar type is represented in Swift.
struct ScalarCode {
    enum Module { case standardLibrary, foundation, runtime }

    /// The constants that have a literal.
    enum Literals { case texts, booleans, integers, unsignedIntegers, floatingPoint, all }

    let type: String
    var module = Module.standardLibrary
    /// `nil` for a type without literals.
    var literals: Literals?
    /// Whether encoding may not reproduce the decoded JSON, such as the digits of a number.
    var hasSeveralForms = false
    /// Whether the type of an `id` property makes its owner `Identifiable`.
    var isIdentity = false
    /// The expression of a value, by the literal of its text; `nil` if that is the value.
    var expression: ((_ literal: String) -> String)?
}

extension API.Scalar {
    var code: ScalarCode {
        switch self {
        case .string: ScalarCode(type: "String", literals: .texts, isIdentity: true)
        case .boolean: ScalarCode(type: "Bool", literals: .booleans)
        case .integer: ScalarCode(type: "Int", literals: .integers, isIdentity: true)
        case .unsignedInteger: ScalarCode(type: "UInt64", literals: .unsignedIntegers)
        case .number: ScalarCode(type: "Double", literals: .floatingPoint, hasSeveralForms: true)
        case .decimal: ScalarCode(type: "Decimal", module: .foundation, literals: .integers)
        case .date:
            ScalarCode(type: "CalendarDate", module: .runtime, hasSeveralForms: true) {
                "CalendarDate(\($0))!"
            }
        case .dateTime: ScalarCode(type: "Date", module: .foundation, hasSeveralForms: true)
        case .uuid:
            ScalarCode(type: "UUID", module: .foundation, hasSeveralForms: true, isIdentity: true) {
                "UUID(uuidString: \($0))!"
            }
        case .url:
            ScalarCode(type: "URL", module: .foundation, hasSeveralForms: true) { "URL(string: \($0))!" }
        case .data: ScalarCode(type: "Data", module: .foundation, hasSeveralForms: true)
        case .base64URL:
            ScalarCode(type: "Base64URL", module: .runtime, hasSeveralForms: true) { "Base64URL(\($0))!" }
        case .binary: ScalarCode(type: "String")
        case .file:
            ScalarCode(type: "FilePart", module: .runtime) {
                "FilePart(Data(\($0).utf8), filename: \"file.txt\")"
            }
        case .serverSentEvent:
            ScalarCode(type: "ServerSentEvent", module: .runtime) { "ServerSentEvent(data: \($0))" }
        case .json: ScalarCode(type: "JSONValue", module: .runtime, literals: .all)
        }
    }
}
