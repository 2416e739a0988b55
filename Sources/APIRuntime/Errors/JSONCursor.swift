/// A place in the bytes of a JSON text.
struct JSONPlace {
    /// The bytes of the value, or of the innermost value on the way to it that exists.
    let range: Range<Int>
    /// Whether the value itself exists.
    let isFound: Bool
}

/// Walks over the bytes of a JSON text to the place of an error. Makes the best of a text that is no JSON.
struct JSONCursor {
    private let bytes: [UInt8]
    private var position = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func locate(_ keys: [any CodingKey], in bytes: [UInt8]) -> JSONPlace {
        var cursor = JSONCursor(bytes)
        cursor.skipSpace()
        for key in keys {
            let start = cursor.position
            guard cursor.enter(key) else { return JSONPlace(range: start..<start, isFound: false) }
        }
        let start = cursor.position
        cursor.skipValue()
        return JSONPlace(range: start..<cursor.position, isFound: start < cursor.position)
    }

    /// Moves to the start of a member or element.
    private mutating func enter(_ key: any CodingKey) -> Bool {
        if let index = key.index { return enter(index: index) }
        guard take("{") else { return false }
        while position < bytes.count, !take("}") {
            let start = position
            skipValue()
            let name = bytes[start..<position].dropFirst().dropLast()
            skipSpace()
            guard take(":") else { return false }
            if name.elementsEqual(key.stringValue.utf8) { return true }
            skipValue()
            skipSpace()
            _ = take(",")
        }
        return false
    }

    private mutating func enter(index: Int) -> Bool {
        guard take("[") else { return false }
        for _ in 0..<index {
            skipValue()
            skipSpace()
            guard take(",") else { return false }
        }
        return position < bytes.count && bytes[position] != UInt8(ascii: "]")
    }

    /// Takes a character and the space behind it.
    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        skipSpace()
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count, " \t\r\n".utf8.contains(bytes[position]) { position += 1 }
    }

    private mutating func skipValue() {
        position = Self.endOfValue(in: bytes, from: position)
    }
}

extension JSONCursor {
    /// The end of the value that starts at an index: a text, a bracketed value, or a bare word.
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
