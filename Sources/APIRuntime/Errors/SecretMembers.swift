/// Finds the values of members with suspicious names: in JSON, also truncated or quoted inside a string, in forms, in
/// headers and in markup. It errs on the side of redacting too much.
enum SecretMembers {
    /// Names are compared by their letters only: `api_key`, `API key` and `x-apiKey` all match.
    private static let names = [
        "token", "secret", "password", "passwd", "authorization", "signature", "apikey", "privatekey",
        "credential",
    ].map { Array($0.utf8) }

    /// The ranges of the values.
    static func values(in bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            guard let name = endOfName(at: index, in: bytes) else {
                index += 1
                continue
            }
            if let value = value(behind: name, in: bytes) { ranges.append(value) }
            // The rest of the name would lead to the same value.
            index = max(ranges.last?.upperBound ?? 0, name)
        }
        return ranges
    }

    /// The end of a suspicious name that starts at an index.
    private static func endOfName(at start: Int, in bytes: [UInt8]) -> Int? {
        guard var end = names.lazy.compactMap({ end(of: $0, in: bytes, from: start) }).first else {
            return nil
        }
        while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
        return end
    }

    private static func value(behind name: Int, in bytes: [UInt8]) -> Range<Int>? {
        var index = name
        while index < bytes.count, "\"'\\ \t\r\n".utf8.contains(bytes[index]) { index += 1 }
        guard index < bytes.count, ":=>".utf8.contains(bytes[index]) else { return nil }
        index += 1
        while index < bytes.count, "\\ \t\r\n".utf8.contains(bytes[index]) { index += 1 }
        return index..<endOfValue(in: bytes, from: index)
    }

    /// The end of a name with these letters, with separators between them.
    private static func end(of letters: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        for (count, letter) in letters.enumerated() {
            while count > 0, index < bytes.count, "_- ".utf8.contains(bytes[index]) { index += 1 }
            guard index < bytes.count, bytes[index] | 0x20 == letter else { return nil }
            index += 1
        }
        return index
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        }
    }

    private static func endOfValue(in bytes: [UInt8], from start: Int) -> Int {
        guard start < bytes.count else { return start }
        switch bytes[start] {
        case UInt8(ascii: "\"") where start > 0 && bytes[start - 1] == UInt8(ascii: "\\"):
            // JSON inside a JSON string: the value ends at the next quote, including its escape.
            return bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
        case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["):
            return JSONExtent.endOfValue(in: bytes, from: start)
        default:
            return bytes[start...].firstIndex { ",&;]}<\"\r\n".utf8.contains($0) } ?? bytes.count
        }
    }
}
