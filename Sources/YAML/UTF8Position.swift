import APIGenSourceText

extension UnsafeBufferPointer<UInt8> {
    /// Line and column of a byte.
    func range(at offset: Int, in file: FileID) -> SourceRange {
        var line = 1
        var start = 0
        while let end = firstOffset(of: UInt8(ascii: "\n"), from: start), end < offset {
            line += 1
            start = end + 1
        }
        let column = self[start..<Swift.min(offset, count)].reduce(1) { $1.isContinuation ? $0 : $0 + 1 }
        return SourceRange(file: file, line: line, column: column)
    }

    /// The position after the last character that is not whitespace.
    func endOfText(in file: FileID) -> SourceRange {
        range(at: lastIndex { $0 > UInt8(ascii: " ") }.map { $0 + 1 } ?? 0, in: file)
    }

    /// The character that starts at a byte; `nil` if there is none.
    func scalar(at offset: Int) -> Unicode.Scalar? {
        guard let length = sequenceLength(at: offset) else { return nil }
        return String(decoding: self[offset..<offset + length], as: UTF8.self).unicodeScalars.first
    }

    /// The offset of the first byte that is not valid UTF-8; `nil` if all bytes are valid.
    var firstInvalidOffset: Int? {
        var offset = 0
        while let length = sequenceLength(at: offset) { offset += length }
        return offset < count ? offset : nil
    }

    /// The length of the UTF-8 sequence that starts at a byte; `nil` if there is no valid one (Unicode 16.0, table
    /// 3-7).
    func sequenceLength(at offset: Int) -> Int? {
        guard offset < count else { return nil }
        let lead = self[offset]
        let (length, second): (Int, ClosedRange<UInt8>)
        switch lead {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard offset + length <= count, second.contains(self[offset + 1]) else { return nil }
        return self[(offset + 2)..<(offset + length)].allSatisfy(\.isContinuation) ? length : nil
    }
}
