/// String literals (RFC 9535, section 2.3.1.1).
extension PathParser {
    /// Parses a string literal, starting at its opening quote.
    mutating func string() throws(PathError) -> String {
        let opening = offset
        let quote = scalars[offset]
        offset += 1
        var result = String.UnicodeScalarView()
        while let next, next != quote {
            guard next.value >= 0x20 else { throw .controlCharacter(at: here) }
            if next == "\\" {
                result.append(contentsOf: try escaped(quote))
            } else {
                result.append(next)
                offset += 1
            }
        }
        guard next != nil else { throw .unclosed(String(quote), at: opening) }
        offset += 1
        return String(result)
    }

    /// Parses an escape, starting at its backslash.
    private mutating func escaped(_ quote: Unicode.Scalar) throws(PathError) -> String.UnicodeScalarView {
        let start = offset
        offset += 1
        guard let letter = next else { throw .unclosed(String(quote), at: start) }
        offset += 1
        switch letter {
        case "b": return "\u{8}".unicodeScalars
        case "f": return "\u{C}".unicodeScalars
        case "n": return "\n".unicodeScalars
        case "r": return "\r".unicodeScalars
        case "t": return "\t".unicodeScalars
        case "/", "\\", quote: return String.UnicodeScalarView([letter])
        case "u": return try codePoint(from: start)
        default: throw .unknownEscape(text(from: start), at: start..<offset)
        }
    }

    /// The character of a `\uXXXX` escape, or of two that form a surrogate pair.
    private mutating func codePoint(from start: Int) throws(PathError) -> String.UnicodeScalarView {
        guard let first = codeUnit() else { throw .unicodeEscape(at: start..<offset) }
        var units = [first]
        if UTF16.isLeadSurrogate(first), take("\\u"), let second = codeUnit(), UTF16.isTrailSurrogate(second)
        {
            units.append(second)
        } else if UTF16.isSurrogate(first) {
            throw .unicodeEscape(at: start..<offset)
        }
        return String(decoding: units, as: UTF16.self).unicodeScalars
    }

    /// The value of four hexadecimal digits.
    private mutating func codeUnit() -> UInt16? {
        let digits = scalars[offset...].prefix(4)
        guard digits.count == 4, digits.allSatisfy(\.properties.isASCIIHexDigit) else { return nil }
        offset += 4
        return UInt16(text(from: offset - 4), radix: 16)
    }
}
