import Foundation

/// Cuts secrets out of what errors quote: known values wherever they occur, and the values of members
/// whose names look secret.
package struct Redaction: Sendable {
    private let secrets: [[UInt8]]

    /// - Parameter secrets: The values in plain text. What else they may look like is known here.
    package init(secrets: [String]) {
        let forms = secrets.filter { !$0.isEmpty }.flatMap(Self.forms)
        self.secrets = Set(forms).map { Array($0.utf8) }
    }

    /// At most 200 characters around a place, on one line, with an ellipsis where something is left out.
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

    /// A part of a body without its secrets.
    func text(_ bytes: [UInt8], in window: Range<Int>) -> String {
        Self.text(bytes, in: window, hiding: hiddenRanges(in: bytes))
    }

    /// A text for people without secrets and without the queries of URLs.
    package func cleaned(_ text: String) -> String {
        let bytes = Array(Self.withoutQueries(text).utf8)
        return self.text(bytes, in: bytes.indices)
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

    /// What to hide, in order and without overlaps.
    private func hiddenRanges(in bytes: [UInt8]) -> [Range<Int>] {
        let found = SecretMembers.values(in: bytes) + secrets.flatMap { Self.occurrences(of: $0, in: bytes) }
        var merged: [Range<Int>] = []
        for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
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
        return (0...bytes.count - secret.count)
            .filter { start in
                isSame(bytes[start], first)
                    && bytes[start..<(start + secret.count)].elementsEqual(secret, by: isSame)
            }
            .map { $0..<($0 + secret.count) }
    }

    /// Digits of escapes are written in both cases.
    private static func isSame(_ one: UInt8, _ other: UInt8) -> Bool {
        one == other || one >= UInt8(ascii: "@") && other >= UInt8(ascii: "@") && one | 0x20 == other | 0x20
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

extension Redaction {
    /// A text as it may stand in URLs, forms and JSON.
    private static func forms(of text: String) -> [String] {
        let inURL = PercentEncoding.encode(text)
        let inJSON = inJSON(text)
        let inASCII = inJSON.utf16.map(escaped).joined()
        return [
            text, inURL, inURL.replacing("%20", with: "+"), inJSON, inJSON.replacing("/", with: "\\/"),
            inASCII, inASCII.replacing("/", with: "\\/"),
        ]
    }

    /// The text inside the quotes of a JSON string.
    private static func inJSON(_ text: String) -> String {
        String(EncodedValue.string(text).json.dropFirst().dropLast())
    }

    private static func escaped(_ unit: UInt16) -> String {
        if unit < 0x80 { return String(decoding: [unit], as: UTF16.self) }
        let hex = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }
}
