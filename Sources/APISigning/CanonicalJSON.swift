import APIRuntime
import Foundation

/// JSON without whitespace, with the members of objects sorted by name.
///
/// It operates on bytes, so that numbers and strings keep the form in which they are sent.
struct CanonicalJSON {
    private let bytes: [UInt8]
    private var position = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The canonical form, or `nil` for invalid JSON.
    static func bytes(of body: Data) -> [UInt8]? {
        // The parser below relies on valid JSON.
        guard (try? JSONDocument(body)) != nil else { return nil }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bytes = Array(body)
        var reader = CanonicalJSON(bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes)
        return reader.value()
    }

    private mutating func value() -> [UInt8] {
        switch peek() {
        case UInt8(ascii: "{"): object()
        case UInt8(ascii: "["): array()
        case UInt8(ascii: "\""): string()
        default: word()
        }
    }

    private mutating func object() -> [UInt8] {
        var members: [(name: [UInt8], value: [UInt8])] = []
        position += 1
        while peek() != UInt8(ascii: "}") {
            let name = value()
            skip(":")
            members.append((name, value()))
            skip(",")
        }
        position += 1
        let sorted = members.sorted { $0.name.lexicographicallyPrecedes($1.name) }
        return Self.joined(sorted.map { $0.name + [UInt8(ascii: ":")] + $0.value }, "{", "}")
    }

    private mutating func array() -> [UInt8] {
        var elements: [[UInt8]] = []
        position += 1
        while peek() != UInt8(ascii: "]") {
            elements.append(value())
            skip(",")
        }
        position += 1
        return Self.joined(elements, "[", "]")
    }

    private mutating func string() -> [UInt8] {
        let start = position
        position += 1
        while bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position += 1
        return Array(bytes[start..<position])
    }

    /// A number, `true`, `false` or `null`.
    private mutating func word() -> [UInt8] {
        let word = Array(bytes[position...].prefix { !",]} \t\r\n".utf8.contains($0) })
        position += word.count
        return word
    }

    /// Skips whitespace and returns the next byte, if there is one.
    private mutating func peek() -> UInt8? {
        while position < bytes.count, " \t\r\n".utf8.contains(bytes[position]) { position += 1 }
        return position < bytes.count ? bytes[position] : nil
    }

    private mutating func skip(_ character: Unicode.Scalar) {
        if peek() == UInt8(ascii: character) { position += 1 }
    }

    private static func joined(_ parts: [[UInt8]], _ open: Unicode.Scalar, _ close: Unicode.Scalar) -> [UInt8]
    {
        [UInt8(ascii: open)] + parts.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: close)]
    }
}
