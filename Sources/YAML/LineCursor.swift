import APIGenLibYAML

/// Finds lines in ascending order, in one pass over the text.
struct LineCursor {
    let bytes: UnsafeBufferPointer<UInt8>
    private var line: UInt32 = 1
    private var start = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The number of Unicode scalars from a position to the end of its line, without trailing whitespace.
    ///
    /// The position must not precede those of earlier calls.
    mutating func length(from position: Position) -> UInt32 {
        while line < position.line, let end = lineEnd {
            start = end + 1
            line += 1
        }
        var text = bytes[start..<(lineEnd ?? bytes.count)]
        while let last = text.last, last <= UInt8(ascii: " ") { text.removeLast() }
        let count = text.reduce(0) { $1.isContinuation ? $0 : $0 + 1 }
        return UInt32(max(1, count + 1 - Int(position.column)))
    }

    /// The offset of the line's line feed; `nil` on the last line.
    private var lineEnd: Int? {
        bytes.firstOffset(of: UInt8(ascii: "\n"), from: start)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Like `firstIndex(of:)`, but as fast as `memchr` in debug builds, too.
    func firstOffset(of byte: UInt8, from start: Int) -> Int? {
        guard let baseAddress, start < count else { return nil }
        let found = memchr(baseAddress + start, Int32(byte), count - start)
        return found.map { UnsafeRawPointer($0) - UnsafeRawPointer(baseAddress) }
    }

    /// All offsets of a byte.
    func offsets(of byte: UInt8) -> some Sequence<Int> {
        sequence(state: 0) { from in
            let offset = firstOffset(of: byte, from: from)
            from = offset.map { $0 + 1 } ?? count
            return offset
        }
    }
}

extension UInt8 {
    /// Whether this is a UTF-8 continuation byte.
    var isContinuation: Bool { self & 0xC0 == 0x80 }
}
