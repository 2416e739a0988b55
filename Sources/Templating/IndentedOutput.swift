/// Collects UTF-8 output, indents lines that are not empty, and breaks lines where the templates allow it.
struct IndentedOutput {
    private var written: [UInt8] = []
    private var indent: [UInt8] = []
    private let width: Int
    /// The current line, if it may be broken.
    private var line: LineAssembly?

    init(width: Int) {
        self.width = width
    }

    /// The complete output.
    var bytes: [UInt8] {
        var output = self
        output.endLine()
        return output.written
    }

    mutating func pushIndent(_ addition: [UInt8]) {
        indent += addition
    }

    mutating func popIndent(_ addition: [UInt8]) {
        // A line does not continue after an indented partial.
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

    /// The indent is written together with the first byte of a line, so an indented line is not at its start.
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

    /// Closes the list that was opened for the prefix of continuation lines, which is its only element.
    mutating func closeWords(_ words: [String]) {
        guard let continuation = line?.closeList() else { return }
        line?.append(.words(words, continuation: continuation.map(\.flat).joined()))
    }

    /// Starts a line that may be broken, with the text already written on it as the first piece.
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
