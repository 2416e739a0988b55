import APIGenLibYAML
import APIGenSourceText

/// Explains an error of libyaml, with its probable cause.
struct SyntaxProblem {
    let problem: EventParser.Problem
    let source: UnsafeBufferPointer<UInt8>
    let file: FileID
    /// The start and end of the last quoted scalar, if only the error follows it.
    let lastQuoted: (start: yaml_mark_t, end: yaml_mark_t)?
    /// Whether only whitespace follows the problem.
    private let isAtEnd: Bool
    private let place: SourceRange

    init(
        _ problem: EventParser.Problem,
        in source: UnsafeBufferPointer<UInt8>,
        of file: FileID,
        lastQuoted: (start: yaml_mark_t, end: yaml_mark_t)?,
    ) {
        self.problem = problem
        self.source = source
        self.file = file
        self.lastQuoted = lastQuoted
        let line = problem.mark.line + 1
        let position = SourceRange(file: file, line: line, column: problem.mark.column + 1)
        let end = source.endOfText(in: file)
        isAtEnd = (end.line, end.column) <= (position.line, position.column)
        place = isAtEnd ? end : position
    }

    var diagnostic: Diagnostic {
        if let offset = problem.offset { return unreadable(at: offset) }
        return tab ?? structural ?? lexical ?? .otherSyntax(problem.text, at: place)
    }

    private func unreadable(at offset: Int) -> Diagnostic {
        if let character = source.scalar(at: offset), problem.text.hasPrefix("control characters") {
            return .controlCharacter(character.value, at: source.range(at: offset, in: file))
        }
        let start = source.firstInvalidOffset ?? offset
        return .invalidUTF8(start < source.count ? source[start] : 0, at: source.range(at: start, in: file))
    }

    /// A tab in the indentation causes many errors, for which libyaml gives other reasons.
    private var tab: Diagnostic? {
        let indentation = line(problem.mark).prefix { $0 == " " || $0 == "\t" }
        if let column = indentation.firstIndex(of: "\t"), problem.mark.column <= indentation.count, !isAtEnd {
            let mark = yaml_mark_t(index: 0, line: problem.mark.line, column: column)
            return .tabInIndentation(at: range(mark))
        }
        return problem.text.contains("tab character") ? .tabInIndentation(at: place) : nil
    }

    /// Errors in the order of tokens.
    private var structural: Diagnostic? {
        switch problem.text {
        case "did not find expected key", "did not find expected '-' indicator":
            textAfterQuote ?? .badIndentation(at: place, collection: opening)
        case "did not find expected <document start>": textAfterQuote ?? .outsideDocument(at: place)
        case "did not find expected node content": .missingValue(at: place)
        case "did not find expected ',' or ']'": unclosed("]")
        case "did not find expected ',' or '}'": unclosed("}")
        case "could not find expected ':'": missingColon
        case "mapping values are not allowed in this context": unexpectedColon
        case "mapping keys are not allowed in this context": .badIndentation(at: place, collection: nil)
        case "block sequence entries are not allowed in this context": .unexpectedDash(at: place)
        default: nil
        }
    }

    /// Errors within a token.
    private var lexical: Diagnostic? {
        switch problem.text {
        case "found unexpected ':'": return .missingSpace(at: place)
        case "found character that cannot start any token": return .reservedCharacter(character, at: place)
        case "found unexpected end of stream", "found unexpected document indicator":
            return .unclosedQuote(at: place, opening: opening)
        case "found unknown escape character": return .unknownEscape(escape, at: place)
        case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
            return .invalidUnicodeEscape(at: place)
        case "found duplicate %YAML directive", "found duplicate %TAG directive":
            return .invalidDirective(at: place)
        case "found incompatible YAML document": return .unsupportedVersion(at: place)
        case "found undefined tag handle": return .invalidTag(at: place)
        default: break
        }
        switch problem.context {
        case "while scanning an alias": return .invalidName("*", "alias", at: opening)
        case "while scanning an anchor": return .invalidName("&", "anchor", at: opening)
        case "while scanning a tag", "while parsing a tag": return .invalidTag(at: opening)
        case "while scanning a block scalar": return .invalidBlockHeader(at: opening)
        case let context where context.contains("directive"): return .invalidDirective(at: opening)
        default: return nil
        }
    }
}

/// Probable causes.
extension SyntaxProblem {
    /// Text directly after a quoted scalar, on the same line.
    private var textAfterQuote: Diagnostic? {
        guard let lastQuoted, lastQuoted.end.line == problem.mark.line else { return nil }
        let between = line(problem.mark).prefix(problem.mark.column).dropFirst(lastQuoted.end.column)
        guard between.allSatisfy({ $0 == " " }) else { return nil }
        return .textAfterQuote(at: place, start: range(lastQuoted.start))
    }

    private func unclosed(_ bracket: String) -> Diagnostic {
        isAtEnd
            ? .truncated(bracket, at: place, opening: opening)
            : .unclosedBracket(bracket, at: place, opening: opening)
    }

    private var missingColon: Diagnostic {
        let text = line(problem.contextMark).dropFirst(problem.contextMark.column)
        let range = range(problem.contextMark, length: text.count)
        if text.count > Self.longestKey { return .keyTooLong(at: range) }
        return text.contains(":") ? .missingSpace(at: range) : .missingColon(at: range)
    }

    private var unexpectedColon: Diagnostic {
        let before = line(problem.mark).prefix(problem.mark.column)
        let key = before.drop { $0 == " " }
        let mark = yaml_mark_t(index: 0, line: problem.mark.line, column: key.startIndex)
        let range = range(mark, length: key.count)
        if zip(key, key.dropFirst()).contains(where: { $0 == (":", " ") }) { return .colonInValue(at: place) }
        return key.count > Self.longestKey ? .keyTooLong(at: range) : .keyInsideValue(at: range)
    }

    /// The number of characters in which libyaml expects the colon after a key (YAML 1.2.2, section 7.4.2).
    private static let longestKey = 1024

    private var character: Unicode.Scalar {
        line(problem.mark).dropFirst(problem.mark.column).first ?? " "
    }

    private var escape: String {
        let escape = line(problem.mark).dropFirst(problem.mark.column).prefix(2)
        return String(String.UnicodeScalarView(escape))
    }
}

/// Source ranges.
extension SyntaxProblem {
    /// The start of the construct that contains the problem.
    private var opening: SourceRange { range(problem.contextMark) }

    private func range(_ mark: yaml_mark_t, length: Int = 1) -> SourceRange {
        SourceRange(file: file, line: mark.line + 1, column: mark.column + 1, length: length)
    }

    /// The line of a mark, without its line break.
    private func line(_ mark: yaml_mark_t) -> [Unicode.Scalar] {
        let start = lineStart(mark)
        let end = source.firstOffset(of: UInt8(ascii: "\n"), from: start) ?? source.count
        let scalars = Array(String(decoding: source[start..<end], as: UTF8.self).unicodeScalars)
        return scalars.last == "\r" ? scalars.dropLast() : scalars
    }

    private func lineStart(_ mark: yaml_mark_t) -> Int {
        var start = 0
        for _ in 0..<mark.line {
            guard let end = source.firstOffset(of: UInt8(ascii: "\n"), from: start) else { break }
            start = end + 1
        }
        return start
    }
}
