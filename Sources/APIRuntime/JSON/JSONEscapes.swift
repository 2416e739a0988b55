/// The escapes of strings (RFC 8259, section 7).
enum JSONEscapes {
    /// The character of a two-character escape; `nil` if there is none.
    static func character(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    /// The value of a hexadecimal digit.
    static func digit(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    /// The text of a string with valid escapes. An unpaired surrogate, which Unicode text cannot contain, becomes
    /// U+FFFD.
    static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "\\") else {
                text.append(bytes[index])
                index += 1
                continue
            }
            if let character = character(bytes[index + 1]) {
                text.append(character)
                index += 2
            } else {
                // A surrogate pair is decoded as a whole.
                let units = units(in: bytes, at: &index)
                text.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The UTF-16 code units of consecutive `\u` escapes.
    private static func units(in bytes: ArraySlice<UInt8>, at index: inout Int) -> [UInt16] {
        var units: [UInt16] = []
        while index + 5 < bytes.endIndex, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        {
            let digits = bytes[(index + 2)..<(index + 6)].compactMap(digit)
            units.append(digits.reduce(0) { $0 << 4 | $1 })
            index += 6
        }
        return units
    }

    /// Writes a quoted string, escaping only what JSON requires.
    static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { text in
            var start = 0
            for (index, byte) in text.enumerated()
            where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                bytes.append(contentsOf: text[start..<index])
                bytes.append(contentsOf: escape(byte))
                start = index + 1
            }
            bytes.append(contentsOf: text[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func escape(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case 0x08: Array("\\b".utf8)
        case 0x0C: Array("\\f".utf8)
        case 0x0A: Array("\\n".utf8)
        case 0x0D: Array("\\r".utf8)
        case 0x09: Array("\\t".utf8)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
        default: Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
