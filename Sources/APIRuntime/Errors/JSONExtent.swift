/// Finds the ends of values in bytes that may be invalid or truncated JSON.
enum JSONExtent {
    /// The end of the value at an index: a string, an object, an array or a literal.
    static func endOfValue(in bytes: [UInt8], from start: Int) -> Int {
        guard start < bytes.count else { return start }
        switch bytes[start] {
        case UInt8(ascii: "\""): return endOfString(in: bytes, from: start)
        case UInt8(ascii: "{"), UInt8(ascii: "["): return endOfBrackets(in: bytes, from: start)
        default: return bytes[start...].firstIndex { ",]} \t\r\n:".utf8.contains($0) } ?? bytes.count
        }
    }

    private static func endOfString(in bytes: [UInt8], from start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, bytes.count)
    }

    private static func endOfBrackets(in bytes: [UInt8], from start: Int) -> Int {
        var depth = 0
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""): index = endOfString(in: bytes, from: index) - 1
            default: break
            }
            index += 1
            if depth == 0 { break }
        }
        return index
    }
}
