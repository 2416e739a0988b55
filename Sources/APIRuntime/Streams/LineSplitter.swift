/// Splits bytes into lines incrementally.
struct LineSplitter {
    private var bytes: [UInt8] = []
    /// The start of the next line, and the offset up to which its end has been searched.
    private var start = 0
    private var searched = 0
    private var isFirstLine = true
    private var skipsLineFeed = false
    /// Whether a carriage return ends a line, too, alone or followed by a line feed.
    private let endsAtReturn: Bool

    init(endsAtReturn: Bool) {
        self.endsAtReturn = endsAtReturn
    }

    mutating func append(_ chunk: some Collection<UInt8>) {
        bytes.removeSubrange(..<start)
        searched -= start
        start = 0
        bytes.append(contentsOf: chunk)
    }

    /// The next line without its terminator, or `nil` if none is complete.
    mutating func next() -> ArraySlice<UInt8>? {
        if skipsLineFeed, start < bytes.count {
            if bytes[start] == UInt8(ascii: "\n") { start += 1 }
            skipsLineFeed = false
        }
        searched = max(searched, start)
        while searched < bytes.count, !isEnd(bytes[searched]) { searched += 1 }
        guard searched < bytes.count else { return nil }
        skipsLineFeed = bytes[searched] == UInt8(ascii: "\r")
        return take(upTo: searched, next: searched + 1)
    }

    /// The bytes after the last line terminator.
    mutating func rest() -> ArraySlice<UInt8> {
        take(upTo: bytes.count, next: bytes.count)
    }

    private mutating func take(upTo end: Int, next: Int) -> ArraySlice<UInt8> {
        defer {
            start = next
            isFirstLine = false
        }
        let line = bytes[min(start, end)..<end]
        // A byte order mark is not part of the text.
        return isFirstLine && line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || endsAtReturn && byte == UInt8(ascii: "\r")
    }
}
