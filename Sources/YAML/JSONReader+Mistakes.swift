import APIGenSourceText

/// The diagnostics for unexpected tokens in JSON.
extension JSONReader {
    enum Wanted: String {
        case value = "a value"
        case key = "a key in double quotes"
        case colon = "':' after the key"
    }

    var isComment: Bool {
        next == UInt8(ascii: "#")
            || next == UInt8(ascii: "/") && offset + 1 < bytes.count && "/*".utf8.contains(bytes[offset + 1])
    }

    var comment: SyntaxError { SyntaxError(.jsonComment(at: range)) }

    func unexpected(_ wanted: Wanted) -> SyntaxError {
        if offset == bytes.count { return truncated }
        if isComment { return comment }
        if next == UInt8(ascii: "'") { return SyntaxError(.jsonSingleQuote(at: range)) }
        if wanted == .key, wordEnd > offset {
            return SyntaxError(.jsonUnquotedKey(text(to: wordEnd), at: range(to: wordEnd)))
        }
        guard let found = bytes.scalar(at: offset) else { return SyntaxError(.invalidUTF8(next, at: range)) }
        return SyntaxError(.jsonUnexpected(found, wanted: wanted.rawValue, at: range))
    }

    /// The diagnostic for a collection in which neither a comma nor the closing bracket follows.
    func missingComma(in frame: TreeBuilder.Frame) -> SyntaxError {
        if offset == bytes.count { return truncated }
        if isComment { return comment }
        guard next == UInt8(ascii: "]") || next == UInt8(ascii: "}") else {
            return SyntaxError(.jsonMissingComma(at: range))
        }
        let opening = frame.position.range(in: builder.file)
        return SyntaxError(.unclosedBracket(frame.closer, at: range, opening: opening))
    }

    private var truncated: SyntaxError {
        guard let frame = builder.frames.last else { return SyntaxError(.emptyDocument(in: builder.file)) }
        let opening = frame.position.range(in: builder.file)
        return SyntaxError(.truncated(frame.closer, at: bytes.endOfText(in: builder.file), opening: opening))
    }
}

extension TreeBuilder.Frame {
    fileprivate var closer: String { kind == .mapping ? "}" : "]" }
}
