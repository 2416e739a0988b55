import Foundation

/// Swift literals of values that come from a document.
enum SwiftLiteral {
    /// A string literal. No text can end it early, or start an interpolation.
    static func string(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            default:
                if needsEscape(scalar) {
                    literal += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
                } else {
                    literal.unicodeScalars.append(scalar)
                }
            }
        }
        return literal + "\""
    }

    static func strings(_ texts: [String]) -> String { array(texts.map(string)) }

    /// A dictionary of strings.
    static func strings(_ entries: [(key: String, value: String)]) -> String {
        array(entries.map { "\(string($0.key)): \(string($0.value))" })
    }

    /// An array or, of entries with their keys, a dictionary.
    static func array(_ elements: [String]) -> String { "[\(elements.joined(separator: ", "))]" }

    /// Control characters, line separators, and marks that would attach themselves to the opening quote.
    private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .nonspacingMark, .enclosingMark,
            .spacingMark,
            .privateUse, .unassigned, .surrogate:
            true
        default: false
        }
    }

    /// A number; whole ones without a fraction, and long ones grouped as people read them.
    static func number(_ value: Double) -> String {
        if let whole = Int(exactly: value) { return integer(whole) }
        return "\(value)"
    }

    /// A number to the last digit: as a text where a literal of Swift would be rounded.
    static func number(_ value: ExactNumber) -> String {
        guard let text = value.text else { return number(value.double) }
        if let whole = Int(text) { return integer(whole) }
        if Int128(text) != nil { return text }
        // A literal of a fraction is as near as a `Double` comes to it.
        return value.isDouble ? number(value.double) : "JSONNumber(digits: \(string(text)))"
    }

    static func integer(_ value: Int) -> String {
        let digits = String(value.magnitude)
        let sign = value < 0 ? "-" : ""
        guard digits.count >= 5 else { return sign + digits }
        var groups: [Substring] = []
        var rest = digits[...]
        while !rest.isEmpty {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        return sign + groups.joined(separator: "_")
    }
}
