import APIGenSourceText

/// Strings (RFC 8259, section 7).
extension JSONReader {
    /// Reads a string, beginning at its opening quote.
    mutating func readString() throws(SyntaxError) {
        let (position, opening) = (position(length: 1), offset)
        offset += 1
        let column = offset - columnBase
        var segment = offset
        unescaped.removeAll(keepingCapacity: true)
        while next != UInt8(ascii: "\"") {
            if next == UInt8(ascii: "\\") {
                unescaped += bytes[segment..<offset]
                try readEscape()
                segment = offset
            } else {
                try readCharacter(opening: position)
            }
        }
        if !unescaped.isEmpty { unescaped += bytes[segment..<offset] }
        add(from: opening, at: position, length: offset - columnBase - column + 2)
        offset += 1
    }

    /// Adds the string that was read, as a slice of the source if it has no escapes.
    private mutating func add(from opening: Int, at start: Position, length: Int) {
        var position = start
        position.length = UInt32(length)
        if unescaped.isEmpty {
            let content = UnsafeRawBufferPointer(bytes)[(opening + 1)..<offset]
            _ = builder.add(UnsafeRawBufferPointer(rebasing: content), as: .string, at: position)
        } else {
            unescaped.withUnsafeBytes { _ = builder.add($0, as: .string, at: position) }
        }
    }

    /// Reads a character that is not escaped.
    private mutating func readCharacter(opening: Position) throws(SyntaxError) {
        let byte = next
        switch byte {
        case 0x20...0x7F: offset += 1
        case 0x80...:
            guard let length = bytes.sequenceLength(at: offset) else {
                throw SyntaxError(.invalidUTF8(byte, at: range))
            }
            offset += length
            columnBase += length - 1
        default:
            if offset == bytes.count || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                throw SyntaxError(.unclosedQuote(at: range, opening: opening.range(in: builder.file)))
            }
            throw SyntaxError(.jsonControlCharacter(UInt32(byte), at: range))
        }
    }

    /// Reads an escape, beginning at its backslash.
    private mutating func readEscape() throws(SyntaxError) {
        guard offset + 1 < bytes.count else { throw SyntaxError(.jsonUnknownEscape("\\", at: range)) }
        let resolved: Unicode.Scalar
        switch bytes[offset + 1] {
        case let byte where "\"\\/".utf8.contains(byte): resolved = Unicode.Scalar(byte)
        case UInt8(ascii: "b"): resolved = "\u{8}"
        case UInt8(ascii: "f"): resolved = "\u{C}"
        case UInt8(ascii: "n"): resolved = "\n"
        case UInt8(ascii: "r"): resolved = "\r"
        case UInt8(ascii: "t"): resolved = "\t"
        case UInt8(ascii: "u"): return try readUnicodeEscape()
        default:
            let length = bytes.sequenceLength(at: offset + 1) ?? 0
            throw SyntaxError(.jsonUnknownEscape(text(to: offset + 1 + length), at: range(to: offset + 2)))
        }
        unescaped += UTF8.encode(resolved).map { Array($0) } ?? []
        offset += 2
    }

    /// Reads `\u` and four hexadecimal digits, or two such escapes that form a surrogate pair.
    private mutating func readUnicodeEscape() throws(SyntaxError) {
        guard let first = codeUnit(at: offset) else {
            throw SyntaxError(.jsonUnicodeEscape(at: range(to: offset + 2)))
        }
        var units = [first]
        if UTF16.isLeadSurrogate(first), let second = codeUnit(at: offset + 6), UTF16.isTrailSurrogate(second)
        {
            units.append(second)
        } else if UTF16.isSurrogate(first) {
            throw SyntaxError(.jsonLoneSurrogate(text(to: offset + 6), at: range(to: offset + 6)))
        }
        unescaped += Array(String(decoding: units, as: UTF16.self).utf8)
        offset += 6 * units.count
    }

    /// The code unit of a `\uXXXX` escape; `nil` if there is none at the offset.
    private func codeUnit(at offset: Int) -> UInt16? {
        guard offset + 6 <= bytes.count, bytes[offset...].starts(with: "\\u".utf8) else { return nil }
        let digits = bytes[(offset + 2)..<(offset + 6)]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
