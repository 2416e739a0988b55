import APIGenYAML

extension Node {
    /// The value as JSON, on one line.
    var json: String {
        switch kind {
        case .mapping:
            "{" + entries.map { "\(($0.key.text ?? "").json): \($0.value.json)" }.joined(separator: ", ")
                + "}"
        case .sequence: "[" + elements.map(\.json).joined(separator: ", ") + "]"
        case .scalar: scalarJSON
        }
    }

    /// A scalar as JSON. Numbers are kept as written, unless their notation is not valid in JSON.
    private var scalarJSON: String {
        switch scalar {
        case .string(let text): text.json
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): "\(value)"
        case .number(let value):
            text.flatMap { $0.isJSONNumber ? $0 : nil } ?? (value.isFinite ? "\(value)" : "null")
        case .null, nil: "null"
        }
    }
}

extension String {
    /// The string as a JSON string, without any kind of line break.
    var json: String {
        if isPlainASCII, !utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
            return "\"\(self)\""
        }
        var literal = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}":
                literal += "\\u" + String(scalar.value, radix: 16, uppercase: true).padded(to: 4)
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }

    private func padded(to count: Int) -> String {
        String(repeating: "0", count: max(0, count - utf8.count)) + self
    }

    /// Whether the string is a JSON number (RFC 8259, section 6).
    var isJSONNumber: Bool {
        // A match takes long, and most numbers are whole.
        if let whole = Int(self), "\(whole)" == self { return true }
        return wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil
    }
}
