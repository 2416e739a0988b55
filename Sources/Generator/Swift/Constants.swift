import SourceText

/// Constants of a document as code and as words.
extension API.Constant {
    var literal: String {
        switch self {
        case .text(let text): SwiftLiteral.string(text)
        case .number(let text): Self.literal(of: ExactNumber(Double(text) ?? .infinity, text: text))
        case .boolean(let value): value ? "true" : "false"
        }
    }

    /// A number as a `JSONValue`, which has no literal for some of them.
    private static func literal(of number: ExactNumber) -> String {
        let literal = SwiftLiteral.number(number)
        let isPlain = number.text.map { Int64($0) != nil || number.isDouble } ?? true
        return isPlain ? literal : ".number(JSONNumber(digits: \(SwiftLiteral.string(number.plain))))"
    }

    var isText: Bool {
        if case .text = self { true } else { false }
    }

    private var words: String {
        switch self {
        case .text(""): "the empty text"
        case .text(let text), .number(let text): DocComment.code(text)
        case .boolean(let value): value ? "`true`" : "`false`"
        }
    }

    /// A sentence such as "One of `1`, `2.5`.", on what a type leaves open.
    static func sentence(_ values: [API.Constant], _ type: API.TypeReference) -> String? {
        guard let first = values.first else { return nil }
        let text =
            values.count == 1
            ? "always \(first.words)" : "one of \(values.map(\.words).joined(separator: ", "))"
        return type.isCollection ? "Each \(text)." : text.prefix(1).uppercased() + text.dropFirst() + "."
    }
}

extension API.TypeReference {
    fileprivate var isCollection: Bool {
        switch self {
        case .array, .dictionary: true
        case .nullable(let wrapped): wrapped.isCollection
        case .scalar, .named: false
        }
    }
}

extension SwiftPresenter {
    /// A constant as a value of a type; `nil` if the type has no literal for it.
    func literal(_ constant: API.Constant, _ type: API.TypeReference) -> String? {
        if let enumeration = types.enumeration(type) { return literal(constant, enumeration) }
        switch (constant, type) {
        case (.text, .scalar(.string)), (.boolean, .scalar(.boolean)), (_, .scalar(.json)):
            return constant.literal
        case (.number(let text), .scalar(.number)):
            return Double(text).flatMap { $0.isFinite ? SwiftLiteral.number($0) : nil }
        case (.number(let text), .scalar(.integer)), (.number(let text), .scalar(.decimal)):
            return Int(text).map(SwiftLiteral.integer)
        case (.number(let text), .scalar(.unsignedInteger)): return UInt64(text).map { "\($0)" }
        default: return nil
        }
    }

    private func literal(_ constant: API.Constant, _ enumeration: API.Enumeration) -> String? {
        switch constant {
        case .text(let value), .number(let value):
            guard constant.isText != enumeration.isInteger else { return nil }
            let known = enumeration.cases.first { $0.value.isExactly(value) }
            return known.map { ".\($0.name.escaped)" } ?? ".init(rawValue: \(constant.literal))"
        case .boolean: return nil
        }
    }
}
