/// A part of a line that may have to be broken.
enum Piece {
    case text(String)
    /// A space if the line is not broken.
    case breakPoint(BreakPoint)
    /// Elements separated by commas.
    case list([[Piece]])
    /// Words separated by spaces, with the prefix of continuation lines.
    case words([String], continuation: String)
}

enum BreakPoint: Sendable {
    /// Breaks together with the lists on its line.
    case withLists
    /// Breaks before the lists on its line: the rest becomes a separate line, which may fit.
    case beforeLists
    /// Breaks together with the break point before, and ends its indentation.
    case end
}

extension Piece {
    /// The text of the piece on a line that is not broken.
    var flat: String {
        switch self {
        case .text(let text): text
        case .breakPoint: " "
        case .list(let elements): elements.map(\.flat).joined(separator: ", ")
        case .words(let words, _): words.joined(separator: " ")
        }
    }

    /// The width of `flat`; `nil` if the piece contains line breaks.
    fileprivate var width: Int? {
        switch self {
        case .text(let text): text.utf8.contains(UInt8(ascii: "\n")) ? nil : text.columns
        case .breakPoint: 1
        case .list(let elements): Self.total(elements.map(\.width), separator: 2)
        case .words(let words, _): Self.total(words.map(\.columns), separator: 1)
        }
    }

    fileprivate static func total(_ widths: [Int?], separator: Int) -> Int? {
        var total = max(0, widths.count - 1) * separator
        for width in widths {
            guard let width else { return nil }
            total += width
        }
        return total
    }

    fileprivate var isBreakable: Bool {
        switch self {
        case .text, .words: false
        case .breakPoint: true
        case .list(let elements): !elements.isEmpty
        }
    }
}

extension [Piece] {
    var flat: String { map(\.flat).joined() }

    /// The number of spaces at the start of the line.
    var margin: Int {
        var margin = 0
        for piece in self {
            guard case .text(let text) = piece else { break }
            let blanks = text.utf8.prefix { $0 == UInt8(ascii: " ") }.count
            margin += blanks
            if blanks < text.utf8.count { break }
        }
        return margin
    }

    fileprivate var width: Int? { Piece.total(map(\.width), separator: 0) }
}

extension String {
    /// The number of characters, which is that of bytes in ASCII: as many as code units of UTF-16.
    fileprivate var columns: Int { utf8.count == utf16.count ? utf8.count : count }
}

/// Breaks a line that is too long.
struct LineLayout {
    /// The maximum number of columns in a line.
    let width: Int
    private(set) var text = ""
    private var column = 0

    private static let step = 4

    init(width: Int) {
        self.width = width
    }

    /// - Parameter margin: The indentation of the line, and of the lines that it is broken into.
    mutating func write(_ line: [Piece], margin: Int) {
        if let needed = line.width, column + needed <= width {
            put(line.flat)
        } else {
            writeBroken(line[...], margin: margin)
        }
    }

    private mutating func writeBroken(_ line: ArraySlice<Piece>, margin: Int) {
        var margin = margin
        var rest = line
        while let piece = rest.popFirst() {
            switch piece {
            case .text(let text): put(text)
            case .breakPoint(.withLists):
                margin += Self.step
                startLine(margin)
            case .breakPoint(.end):
                margin -= Self.step
                startLine(margin)
            case .breakPoint(.beforeLists):
                startLine(margin + Self.step)
                return write(Array(rest), margin: margin + Self.step)
            case .list(let elements): writeElements(elements, margin: margin)
            case .words(let words, let continuation):
                let tail = Array(rest.prefix { !$0.isBreakable }).width ?? 0
                writeWords(words, continuation: continuation, tail: tail, margin: margin)
            }
        }
    }

    private mutating func writeElements(_ elements: [[Piece]], margin: Int) {
        guard !elements.isEmpty else { return }
        for element in elements {
            startLine(margin + Self.step)
            write(element + [.text(",")], margin: margin + Self.step)
        }
        startLine(margin)
    }

    /// Continuation lines have as much room for words as the first line, so that the text keeps its width.
    ///
    /// - Parameter tail: The number of columns after the last word on its line.
    private mutating func writeWords(_ words: [String], continuation: String, tail: Int, margin: Int) {
        let room = width - column
        var end = width
        for (index, word) in words.enumerated() {
            let needed = word.columns + (index == words.count - 1 ? tail : 0)
            if index > 0, column + 1 + needed > end {
                startLine(margin)
                put(continuation)
                end = min(width, column + room)
            } else if index > 0 {
                put(" ")
            }
            put(word)
        }
    }

    private mutating func startLine(_ margin: Int) {
        text += "\n" + String(repeating: " ", count: margin)
        column = margin
    }

    private mutating func put(_ addition: String) {
        text += addition
        column += addition.columns
    }
}
