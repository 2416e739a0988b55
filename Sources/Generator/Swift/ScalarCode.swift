/// How a scalar is written in Swift: a row of the table of its types.
struct ScalarCode {
    enum Module { case standardLibrary, foundation, runtime }

    /// Which constants of a document have a literal.
    enum Literals { case texts, booleans, integers, unsignedIntegers, floatingPoint, all }

    let type: String
    var module = Module.standardLibrary
    /// `nil` for a type without literals.
    var literals: Literals?
    /// Whether what is read may go out in another form: with other digits, in other letters, or not at all.
    var hasSeveralForms = false
    /// Whether a property called `id` makes its owner `Identifiable`.
    var isIdentity = false
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
        case .date: ScalarCode(type: "CalendarDate", module: .runtime, hasSeveralForms: true)
        case .dateTime: ScalarCode(type: "Date", module: .foundation, hasSeveralForms: true)
        case .uuid:
            ScalarCode(type: "UUID", module: .foundation, hasSeveralForms: true, isIdentity: true)
        case .url: ScalarCode(type: "URL", module: .foundation, hasSeveralForms: true)
        case .data: ScalarCode(type: "Data", module: .foundation, hasSeveralForms: true)
        case .base64URL: ScalarCode(type: "Base64URL", module: .runtime, hasSeveralForms: true)
        case .binary: ScalarCode(type: "String")
        case .file: ScalarCode(type: "FilePart", module: .runtime)
        case .serverSentEvent: ScalarCode(type: "ServerSentEvent", module: .runtime)
        case .json: ScalarCode(type: "JSONValue", module: .runtime, literals: .all)
        }
    }
}
