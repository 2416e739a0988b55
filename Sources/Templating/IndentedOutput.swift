/// Collects UTF-8 text, puts the indent before each line that has something on it, and breaks lines where the templates
/// allow it.
struct IndentedOutput {
    private var written: [UInt8] = []
    private var indent: [UInt8] = []
    private let width: Int
    /// The line that is being written, if it is one that may be broken.
    private var line: LineAssembly?

    init(width: Int) {
        self.width = width
    }

    /// To be asked for at the end.
    var bytes: [UInt8] {
        var output = self
        output.endLine()
        return output.written
    }

    mutating func pushIndent(_ addition: [UInt8]) {
        indent += addition
    }

    mutating func popIndent(_ addition: [UInt8]) {
        // A partial may end within a line, which is one of its own then.
        if !addition.isEmpty { endLine() }
        indent.removeLast(addition.count)
    }

    mutating func write(_ text: some BidirectionalCollection<UInt8>) {
        guard let isComplete = line?.isComplete else { return writeThrough(text) }
        guard isComplete, let end = text.firstIndex(of: Self.lineFeed) else {
            line?.append(.text(String(decoding: text, as: UTF8.self)))
            return
        }
        let isReturn = text[..<end].last == UInt8(ascii: "\r")
        line?.append(.text(String(decoding: text[..<end].dropLast(isReturn ? 1 : 0), as: UTF8.self)))
        endLine()
        writeThrough(isReturn ? [UInt8(ascii: "\r"), Self.lineFeed] : [Self.lineFeed])
        writeThrough(text[text.index(after: end)...])
    }

    private mutating func writeThrough(_ text: some Collection<UInt8>) {
        guard !indent.isEmpty else { return written.append(contentsOf: text) }
        var rest = text[...]
        while !rest.isEmpty {
            if isAtLineStart, !Self.startsWithLineBreak(rest) { written += indent }
            let end = rest.firstIndex(of: Self.lineFeed).map(rest.index(after:)) ?? rest.endIndex
            written.append(contentsOf: rest[..<end])
            rest = rest[end...]
        }
    }

    private static let lineFeed = UInt8(ascii: "\n")

    /// The indent is written with the first byte of its line, so the last byte tells.
    private var isAtLineStart: Bool { written.last == nil || written.last == Self.lineFeed }

    private static func startsWithLineBreak(_ text: some Collection<UInt8>) -> Bool {
        text.first == lineFeed || text.starts(with: [UInt8(ascii: "\r"), lineFeed])
    }
}

// MARK: - Lines that may be broken

extension IndentedOutput {
    mutating func writeBreak(_ point: BreakPoint) {
        startLine()
        line?.append(.breakPoint(point))
    }

    mutating func openList() {
        startLine()
        line?.openList()
    }

    mutating func startElement() { line?.startElement() }

    mutating func closeList() {
        guard let elements = line?.closeList() else { return }
        line?.append(.list(elements))
    }

    /// Ends what was begun as a list of one element: the text that further lines of the words begin with.
    mutating func closeWords(_ words: [String]) {
        guard let continuation = line?.closeList() else { return }
        line?.append(.words(words, continuation: continuation.map(\.flat).joined()))
    }

    /// What stands on the line so far becomes the first piece.
    private mutating func startLine() {
        guard line == nil else { return }
        let start = written.lastIndex(of: Self.lineFeed).map { $0 + 1 } ?? 0
        line = LineAssembly(start: String(decoding: written[start...].dropFirst(indent.count), as: UTF8.self))
        written.removeSubrange(start...)
    }

    private mutating func endLine() {
        guard let pieces = line?.pieces else { return }
        line = nil
        var layout = LineLayout(width: width - indent.count)
        layout.write(pieces, margin: pieces.margin)
        writeThrough(Array(layout.text.utf8))
    }
}
