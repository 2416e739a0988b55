import Foundation

/// Swift literals for values in the document.
enum SwiftLiteral {
    /// A string literal, escaped so that no string can end it or start an interpolation.
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

    /// A string literal without escapes, unless the string needs some.
    static func raw(_ text: String) -> String {
        // A literal is read by code points, not by characters.
        let scalars = Array(text.unicodeScalars)
        let isPlain = !zip(scalars, scalars.dropFirst()).contains { ["\"", "\\"].contains($0) && $1 == "#" }
        return isPlain && scalars.last != "\\" && !text.unicodeScalars.contains(where: needsEscape)
            ? "#\"\(text)\"#" : string(text)
    }

    static func strings(_ texts: [String]) -> String { array(texts.map(string)) }

    /// A dictionary literal.
    static func strings(_ entries: [(key: String, value: String)]) -> String {
        array(entries.map { "\(string($0.key)): \(string($0.value))" })
    }

    /// An array literal, or a dictionary literal if the elements are key-value pairs.
    static func array(_ elements: [String]) -> String { "[\(elements.joined(separator: ", "))]" }

    /// Whether to escape a scalar: control characters, line separators, and combining marks, which would attach to the
    /// opening quote.
    static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .nonspacingMark, .enclosingMark,
            .spacingMark,
            .privateUse, .unassigned, .surrogate:
            true
        default: false
        }
    }

    /// A number literal: integers without a fraction, and with digit separators if they are long.
    static func number(_ value: Double) -> String {
        if let whole = Int(exactly: value) { return integer(whole) }
        return "\(value)"
    }

    /// An exact number: a literal, or a `JSONNumber` if a Swift literal would be rounded.
    static func number(_ value: ExactNumber) -> String {
        guard let text = value.text else { return number(value.double) }
        if let whole = Int(text) { return integer(whole) }
        // A literal with a fraction has the precision of a `Double`.
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
