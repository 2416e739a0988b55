import Foundation

/// Removes secrets from quoted text: known values wherever they occur, and the values of members with suspicious names.
package struct Redaction: Sendable {
    private let secrets: [[UInt8]]

    /// - Parameter secrets: The plain values. Their encodings are derived from them.
    package init(secrets: [String]) {
        let forms = secrets.filter { !$0.isEmpty }.flatMap(Self.forms)
        self.secrets = Set(forms).map { Array($0.utf8) }
    }

    /// At most about 200 characters around an offset, on one line, with an ellipsis at each end that is truncated.
    func excerpt(of bytes: [UInt8], around place: Int) -> String {
        let hidden = hiddenRanges(in: bytes)
        var start = max(0, min(place, bytes.count) - 60)
        var end = min(bytes.count, start + 190)
        while start > 0, Self.isContinuation(bytes[start]) { start -= 1 }
        while end < bytes.count, Self.isContinuation(bytes[end]) { end += 1 }
        let text = Self.text(bytes, in: start..<end, hiding: hidden).prefix(195)
            .split(whereSeparator: \.isNewline).joined(separator: " ")
        return (start > 0 ? "…" : "") + text + (end < bytes.count ? "…" : "")
    }

    /// A short text of the service, such as a reason phrase or a request ID, on one line and truncated to 80
    /// characters.
    package func quoted(_ text: String) -> String {
        let clean = cleaned(text).split(whereSeparator: \.isNewline).joined(separator: " ")
        return clean.count <= 80 ? clean : "\(clean.prefix(80))…"
    }

    /// A range of a body with secrets redacted.
    func text(_ bytes: [UInt8], in window: Range<Int>) -> String {
        Self.text(bytes, in: window, hiding: hiddenRanges(in: bytes))
    }

    /// Whether a header or member of this name is likely to hold a secret.
    package static func isSecret(name: String) -> Bool {
        !SecretMembers.values(in: Array("\(name):-".utf8)).isEmpty
    }

    /// A whole text with secrets redacted.
    package func redacted(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return self.text(bytes, in: bytes.indices)
    }

    /// A whole text with known secrets redacted, whatever the names of members are.
    package func withoutKnownValues(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let known = Self.merged(secrets.flatMap { Self.occurrences(of: $0, in: bytes) })
        return Self.text(bytes, in: bytes.indices, hiding: known)
    }

    /// A text with secrets redacted and the queries of URLs removed.
    package func cleaned(_ text: String) -> String {
        redacted(Self.withoutQueries(text))
    }

    private static func withoutQueries(_ text: String) -> String {
        var isInQuery = false
        return text.filter { character in
            if character == "?" { isInQuery = true }
            if character.isWhitespace || "\"'<>()".contains(character) { isInQuery = false }
            return !isInQuery
        }
    }

    private static func text(_ bytes: [UInt8], in window: Range<Int>, hiding hidden: [Range<Int>]) -> String {
        var result: [UInt8] = []
        var position = window.lowerBound
        for range in hidden where range.overlaps(window) {
            if position < range.lowerBound { result += bytes[position..<range.lowerBound] }
            result += "[redacted]".utf8
            position = range.upperBound
        }
        if position < window.upperBound { result += bytes[position..<window.upperBound] }
        return String(decoding: result, as: UTF8.self)
    }

    /// The ranges to redact, sorted and without overlaps.
    private func hiddenRanges(in bytes: [UInt8]) -> [Range<Int>] {
        Self.merged(
            SecretMembers.values(in: bytes) + secrets.flatMap { Self.occurrences(of: $0, in: bytes) })
    }

    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    private static func occurrences(of secret: [UInt8], in bytes: [UInt8]) -> [Range<Int>] {
        guard let first = secret.first, bytes.count >= secret.count else { return [] }
        let found = (0...bytes.count - secret.count)
            .filter { start in
                isSame(bytes[start], first)
                    && bytes[start..<(start + secret.count)].elementsEqual(secret, by: isSame)
            }
            .map { $0..<($0 + secret.count) }
        return secret.count < shortest ? found.filter { isAlone($0, in: bytes) } : found
    }

    /// The minimum length of a secret that is redacted inside of words, too. Shorter ones occur in too many words.
    private static let shortest = 6

    private static func isAlone(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : nil
        let behind = range.upperBound < bytes.count ? bytes[range.upperBound] : nil
        return ![before, behind].compactMap(\.self).contains { Unicode.Scalar($0).isLetterOrDigit }
    }

    /// Compares ignoring case, since hexadecimal digits are written in both cases.
    private static func isSame(_ one: UInt8, _ other: UInt8) -> Bool {
        one == other || one >= UInt8(ascii: "@") && other >= UInt8(ascii: "@") && one | 0x20 == other | 0x20
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

extension Redaction {
    /// The encodings of a text in URLs, forms, JSON and HTML.
    private static func forms(of text: String) -> [String] {
        let inURL = PercentEncoding.encode(text)
        let inJSON = inJSON(text)
        let inASCII = inJSON.utf16.map(escaped).joined()
        let base64 = Data(text.utf8).base64EncodedString()
        return [
            text, inURL, inURL.replacing("%20", with: "+"), PercentEncoding.encode(inURL),
            inJSON, inJSON.replacing("/", with: "\\/"), inASCII, inASCII.replacing("/", with: "\\/"),
            inHTML(text, quote: "&quot;", apostrophe: "&#39;"),
            inHTML(text, quote: "&#34;", apostrophe: "&#39;"),
            inHTML(text, quote: "&quot;", apostrophe: "&#x27;").replacing("/", with: "&#x2F;"),
            // Without padding, which is optional.
            String(base64.prefix { $0 != "=" }),
            String(base64.prefix { $0 != "=" }.replacing("+", with: "-").replacing("/", with: "_")),
        ]
    }

    private static func inHTML(_ text: String, quote: String, apostrophe: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: quote).replacing("'", with: apostrophe)
    }

    /// The content of the JSON string.
    private static func inJSON(_ text: String) -> String {
        String(EncodedValue.string(text).json.dropFirst().dropLast())
    }

    private static func escaped(_ unit: UInt16) -> String {
        if unit < 0x80 { return String(decoding: [unit], as: UTF16.self) }
        let hex = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }
}

extension Unicode.Scalar {
    fileprivate var isLetterOrDigit: Bool {
        ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
    }
}
