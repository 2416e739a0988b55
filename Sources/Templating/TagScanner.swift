import APIGenSourceText

/// Splits a template into text and tags. A line that contains only whitespace and a tag that writes nothing in its
/// place is removed, except for the tag.
struct TagScanner {
    private let bytes: [UInt8]
    private let file: FileID
    private var position = 0
    private var line = 1
    private var lineStart = 0
    private var tokens: [Token] = []
    private var mistakes: [Diagnostic] = []

    private init(bytes: [UInt8], file: FileID) {
        self.bytes = bytes
        self.file = file
    }

    static func scan(_ bytes: [UInt8], file: FileID) -> (tokens: [Token], mistakes: [Diagnostic]) {
        var scanner = TagScanner(bytes: bytes, file: file)
        while scanner.position < bytes.count {
            scanner.scanLine()
        }
        return (scanner.tokens, scanner.mistakes)
    }

    /// Letters, digits, `_`, `-`, and `/` for templates in folders.
    static func isName(_ name: some StringProtocol) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
                    UInt8(ascii: "/"):
                    true
                default: false
                }
            }
    }

    // MARK: Lines

    /// Scans to the end of the line. Lines joined by a comment count as one.
    private mutating func scanLine() {
        var pieces: [Token] = []
        var textStart = position
        var isAtEnd = false
        while !isAtEnd, position < bytes.count {
            if isPair(of: Self.openingBrace, at: position) {
                if textStart < position { pieces.append(.text(textStart..<position)) }
                if let tag = scanTag() { pieces.append(.tag(tag)) }
                textStart = position
            } else {
                isAtEnd = bytes[position] == UInt8(ascii: "\n")
                advance(to: position + 1)
            }
        }
        if textStart < position { pieces.append(.text(textStart..<position)) }
        append(pieces)
    }

    private mutating func append(_ pieces: [Token]) {
        if let tag = standaloneTag(in: pieces) {
            tokens.append(.tag(tag))
        } else {
            pieces.forEach { append($0) }
        }
    }

    private mutating func append(_ piece: Token) {
        guard case .text(let next) = piece, case .text(let last) = tokens.last,
            last.upperBound == next.lowerBound
        else { return tokens.append(piece) }
        tokens[tokens.count - 1] = .text(last.lowerBound..<next.upperBound)
    }

    private func standaloneTag(in pieces: [Token]) -> Tag? {
        var alone: Tag?
        var indent: [UInt8] = []
        for piece in pieces {
            switch piece {
            case .text(let range):
                guard bytes[range].allSatisfy(Self.isBlank) else { return nil }
                if alone == nil { indent = Array(bytes[range]) }
            case .tag(let tag):
                guard alone == nil, tag.vanishesWithLine else { return nil }
                alone = tag
            }
        }
        alone?.indent = indent
        return alone
    }

    // MARK: Tags

    private mutating func scanTag() -> Tag? {
        let start = position
        guard let end = endOfTag() else {
            let mark = range(of: start..<(start + 2))
            mistakes.append(isComment ? .unclosedComment(at: mark) : .unclosedTag(at: mark))
            advance(to: start + 2)
            return nil
        }
        let range = range(of: start..<(end + 2))
        let content = String(decoding: bytes[(start + 2)..<end], as: UTF8.self)
        advance(to: end + 2)
        return tag(content, at: range)
    }

    /// The end of the tag at the position, which must come before another tag starts and, unless the tag is a comment,
    /// before the line ends.
    private func endOfTag() -> Int? {
        for index in (position + 2)..<bytes.count {
            if isPair(of: Self.closingBrace, at: index) { return index }
            if isPair(of: Self.openingBrace, at: index) { return nil }
            if !isComment, bytes[index] == UInt8(ascii: "\n") { return nil }
        }
        return nil
    }

    private var isComment: Bool {
        position + 2 < bytes.count && bytes[position + 2] == UInt8(ascii: "!")
    }

    private mutating func tag(_ content: String, at range: SourceRange) -> Tag? {
        let content = content[...].trimmed
        guard let sigil = content.first else {
            mistakes.append(.emptyTag(at: range))
            return nil
        }
        if sigil == "!" { return Tag(kind: .comment, name: "", range: range) }
        if let point = Self.breaks[content] { return Tag(kind: .breakPoint(point), name: "", range: range) }
        guard !"{&=<$*|".contains(sigil) else {
            mistakes.append(.unsupportedTag(sigil, at: range))
            return nil
        }
        let kind = Self.kinds[sigil]
        let name = kind == nil ? content : content.dropFirst().trimmed
        let isElement = kind == nil && name == "."
        guard isElement || Self.isName(name) else {
            mistakes.append(name.isEmpty ? .emptyTag(at: range) : .unusableName(String(name), at: range))
            return nil
        }
        return Tag(kind: kind ?? .variable, name: String(name), range: range)
    }

    private static let kinds: [Character: Tag.Kind] = [
        "#": .section, "^": .inverted, "/": .close, ">": .partial, ",": .list, "~": .words,
    ]

    private static let breaks: [Substring: BreakPoint] = ["|": .withLists, "||": .beforeLists, "/|": .end]

    // MARK: Positions

    private mutating func advance(to end: Int) {
        while position < end {
            if bytes[position] == UInt8(ascii: "\n") {
                line += 1
                lineStart = position + 1
            }
            position += 1
        }
    }

    private static let openingBrace = UInt8(ascii: "{")
    private static let closingBrace = UInt8(ascii: "}")

    private func isPair(of byte: UInt8, at index: Int) -> Bool {
        index + 1 < bytes.count && bytes[index] == byte && bytes[index + 1] == byte
            && !isTextBeforeBreak(at: index)
    }

    /// Whether the first brace of `{{{|}}` is text in front of a break.
    private func isTextBeforeBreak(at index: Int) -> Bool { bytes[index...].starts(with: Array("{{{|".utf8)) }

    private func range(of bytes: Range<Int>) -> SourceRange {
        let column = scalarCount(lineStart..<bytes.lowerBound) + 1
        return SourceRange(file: file, line: line, column: column, length: scalarCount(bytes))
    }

    private func scalarCount(_ range: Range<Int>) -> Int {
        bytes[range].count { $0 & 0xC0 != 0x80 }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
            || byte == UInt8(ascii: "\n")
    }
}

extension Tag {
    /// Whether a line that contains only this tag is removed from the output.
    fileprivate var vanishesWithLine: Bool {
        switch kind {
        case .variable, .breakPoint: false
        case .section, .inverted, .list, .words, .close, .partial, .comment: true
        }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        guard let end = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return self[...end].drop(while: \.isWhitespace)
    }
}
