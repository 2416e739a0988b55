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
            if let url = URL(string: text, encodingInvalidCharacters: false) { return url }
            // Checks that the rest is a URI.
            let ascii = String(decoding: text.utf8.map { $0 < 0x80 ? $0 : UInt8(ascii: "a") }, as: UTF8.self)
            guard !isStrict, URL(string: ascii, encodingInvalidCharacters: false) != nil else { return nil }
            return URL(string: text, encodingInvalidCharacters: true)
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
