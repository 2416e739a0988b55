import APIGenSourceText

extension API.Constant {
    /// The literal for the constant.
    var literal: String {
        switch self {
        case .text(let text): SwiftLiteral.string(text)
        case .number(let text): Self.literal(of: ExactNumber(Double(text) ?? .infinity, text: text))
        case .boolean(let value): value ? "true" : "false"
        }
    }

    /// A number as a `JSONValue`, which does not have a literal for all numbers.
    private static func literal(of number: ExactNumber) -> String {
        let literal = SwiftLiteral.number(number)
        let isPlain = number.text.map { Int64($0) != nil || number.isDouble } ?? true
        return isPlain ? literal : ".number(JSONNumber(digits: \(SwiftLiteral.string(number.plain))))"
    }

    var isText: Bool {
        if case .text = self { true } else { false }
    }
}

extension Names {
    /// The literal for a constant of a given type; `nil` if there is none.
    func literal(_ constant: API.Constant, as type: API.TypeReference) -> String? {
        if let enumeration = enumeration(type) { return literal(constant, of: enumeration) }
        guard case .scalar(let scalar) = type, let literals = scalar.code.literals else { return nil }
        switch (literals, constant) {
        case (.texts, .text), (.booleans, .boolean), (.all, _): return constant.literal
        case (.floatingPoint, .number(let text)):
            return Double(text).flatMap { $0.isFinite ? SwiftLiteral.number($0) : nil }
        case (.integers, .number(let text)): return Int(text).map(SwiftLiteral.integer)
        case (.unsignedIntegers, .number(let text)): return UInt64(text).map { "\($0)" }
        case (.texts, _), (.booleans, _), (.floatingPoint, _), (.integers, _), (.unsignedIntegers, _):
            return nil
        }
    }

    private func literal(_ constant: API.Constant, of enumeration: API.Enumeration) -> String? {
        switch constant {
        case .text(let value), .number(let value):
            guard constant.isText != enumeration.isInteger else { return nil }
            let known = enumeration.cases.first { $0.value.isExactly(value) }
            return known.map { ".\(self[$0.name].escaped)" } ?? ".init(rawValue: \(constant.literal))"
        case .boolean: return nil
        }
    }
}
