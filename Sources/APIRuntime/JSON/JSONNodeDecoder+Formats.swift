import Foundation

/// Strings with a format, parsed by their standards and, except in strict reading, in the variants that services write.
extension JSONNodeDecoder {
    func date() throws -> Date {
        try formatted("a date and time such as \"2024-02-29T12:00:00Z\"") { text, isStrict in
            Date(rfc3339: text, isStrict: isStrict)
        }
    }

    func uuid() throws -> UUID { try formatted("a UUID") { text, _ in UUID(uuidString: text) } }

    /// Decodes a URL unchanged, except that non-ASCII characters of an IRI are percent-encoded (RFC 3987, section 3.1).
    func url() throws -> URL {
        try formatted("a URL") { text, isStrict in
            if let url = URL(unchanged: text) { return url }
            let ascii = CharacterSet(charactersIn: "\0"..."\u{7F}")
            guard !isStrict, let encoded = text.addingPercentEncoding(withAllowedCharacters: ascii),
                let url = URL(unchanged: encoded)
            else { return nil }
            // Foundation encodes the name of a host as the DNS has it, in all but the lowest supported versions.
            return URL(string: text) ?? url
        }
    }

    func data() throws -> Data {
        try formatted("text in Base64") { text, isStrict in
            Base64Text(text).bytes(.standard, isStrict: isStrict)
        }
    }

    private func formatted<Value>(
        _ expected: String, read: (_ text: String, _ isStrict: Bool) -> Value?,
    ) throws -> Value {
        try formatted(try text(expected: expected), expected: expected, read)
    }
}
