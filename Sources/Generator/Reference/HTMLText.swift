/// Markdown of ours as HTML. `ReferenceText` has made texts of the document harmless before; here, what is not understood
/// is text.
struct HTMLText {
    /// The places on the page, to which links may lead.
    let anchors: Set<String>

    /// A text, also as the value of an attribute between double quotation marks, scalar by scalar: a combining mark makes
    /// another character of a quotation mark, and no other one for a browser.
    static func escaped(_ text: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// The content of a cell of a table.
    func cell(_ markdown: String) -> String { inline(markdown.replacing("\\|", with: "|")[...]) }

    /// A line, or lines of a paragraph.
    func inline(_ markdown: Substring) -> String { inline(markdown, depth: 0) }

    private func inline(_ markdown: Substring, depth: Int) -> String {
        guard depth < Self.depth else { return Self.escaped(markdown) }
        var result = ""
        var text = Inline(rest: markdown, runs: BacktickRuns(of: markdown), depth: depth)
        while let first = text.rest.first {
            let start = text.rest
            result += token(&text, startingWith: first)
            text.previous = start[..<text.rest.startIndex].last ?? first
        }
        return result
    }

    /// What is left of a text while it is read.
    private struct Inline {
        var rest: Substring
        let runs: BacktickRuns
        /// How many links and emphasized texts are around it.
        let depth: Int
        var previous: Character = " "
    }

    /// Takes the first token of a text: a code span, a link, emphasized text, or a character.
    private func token(_ text: inout Inline, startingWith first: Character) -> String {
        switch first {
        case "\\":
            text.rest.removeFirst()
            guard let next = text.rest.first, next.isPunctuation || next.isSymbol else { return "\\" }
            return Self.escaped(String(text.rest.removeFirst()))
        case "`": return code(&text)
        case "<": return angle(&text.rest)
        case "&": return entity(&text.rest)
        case "!":
            text.rest.removeFirst()
            return text.rest.first == "[" ? "" : "!"
        case "[": return link(&text)
        case "*", "_": return emphasis(&text, mark: first)
        default: return Self.escaped(String(text.rest.removeFirst()))
        }
    }

    private func code(_ text: inout Inline) -> String {
        guard let (content, rest) = text.runs.code(startingAt: text.rest) else {
            let run = text.rest.prefix { $0 == "`" }
            text.rest = text.rest[run.endIndex...]
            return String(run)
        }
        text.rest = rest
        let isPadded = content.first == " " && content.last == " " && content.contains { $0 != " " }
        return "<code>\(Self.escaped(isPadded ? content.dropFirst().dropLast() : content))</code>"
    }

    private func angle(_ rest: inout Substring) -> String {
        if rest.hasPrefix("<br>") {
            rest.removeFirst(4)
            return "<br>"
        }
        if let match = rest.prefixMatch(of: /<((?:https?:\/\/|mailto:)[^\s<>]*|[\w.+\-]+@[\w.\-]+)>/) {
            rest = rest[match.range.upperBound...]
            let isAddress = !match.1.contains(":")
            return anchor(to: (isAddress ? "mailto:" : "") + match.1, around: Self.escaped(match.1))
        }
        rest.removeFirst()
        return "&lt;"
    }

    private func entity(_ rest: inout Substring) -> String {
        if let match = rest.prefixMatch(
            of: /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});/)
        {
            rest = rest[match.range.upperBound...]
            return String(match.0)
        }
        rest.removeFirst()
        return "&amp;"
    }
}

// MARK: - Links and emphasis

extension HTMLText {
    /// The characters of a link or of emphasis at most, and how many may be in one another, so that hostile texts cost no
    /// more.
    private static let reach = 600
    private static let depth = 6

    private func link(_ text: inout Inline) -> String {
        guard let label = Self.bracketed(text.rest, "[", "]", text.runs),
            let target = Self.bracketed(text.rest[label.endIndex...].dropFirst(), "(", ")", text.runs)
        else {
            text.rest.removeFirst()
            return "["
        }
        text.rest = text.rest[target.endIndex...].dropFirst()
        let url = target.split(separator: " ").first.map { $0.trimmingPrefix("<") } ?? ""
        return anchor(
            to: url.last == ">" ? url.dropLast() : url, around: inline(label, depth: text.depth + 1))
    }

    /// What stands between brackets at the start of a text.
    private static func bracketed(
        _ text: Substring, _ open: Character, _ close: Character, _ runs: BacktickRuns,
    ) -> Substring? {
        guard text.first == open else { return nil }
        let content = text.dropFirst()
        var (rest, depth) = (content.prefix(reach), 1)
        while let character = rest.first {
            let start = rest.startIndex
            switch character {
            case "\\": rest = rest.dropFirst(2)
            case "`": rest = afterCode(rest, runs)
            case open:
                depth += 1
                rest.removeFirst()
            case close:
                depth -= 1
                if depth == 0 { return content[..<start] }
                rest.removeFirst()
            default: rest.removeFirst()
            }
        }
        return nil
    }

    /// What follows a code span, or backticks that nothing closes.
    private static func afterCode(_ text: Substring, _ runs: BacktickRuns) -> Substring {
        runs.code(startingAt: text)?.rest ?? text.drop { $0 == "`" }
    }

    private func anchor(to url: some StringProtocol, around html: String) -> String {
        if url.hasPrefix("#") {
            let place = String(url.dropFirst())
            return anchors.contains(place)
                ? "<a href=\"#\(PercentEncoding.encoded(place))\">\(html)</a>" : html
        }
        let isSafe = ["https://", "http://", "mailto:"].contains { url.lowercased().hasPrefix($0) }
        guard isSafe else { return url.isEmpty ? html : "\(html) (\(Self.escaped(url)))" }
        return "<a href=\"\(Self.escaped(PercentEncoding.mended(url)))\" rel=\"noreferrer\">\(html)</a>"
    }

    private func emphasis(_ text: inout Inline, mark: Character) -> String {
        let run = text.rest.prefix { $0 == mark }
        let content = text.rest[run.endIndex...]
        let isOpening =
            content.first.map { !$0.isWhitespace } ?? false
            && (mark == "*" || !text.previous.isLetter && !text.previous.isNumber)
        guard isOpening, run.count <= 3,
            let end = Self.end(of: content, closedBy: run.count, mark: mark, text.runs)
        else {
            text.rest = content
            return String(run)
        }
        text.rest = content[end...].dropFirst(run.count)
        let inner = inline(content[..<end], depth: text.depth + 1)
        let strong = run.count == 1 ? inner : "<strong>\(inner)</strong>"
        return run.count == 2 ? strong : "<em>\(strong)</em>"
    }

    private static func end(
        of content: Substring, closedBy count: Int, mark: Character, _ runs: BacktickRuns,
    ) -> Substring.Index? {
        var rest = content.prefix(reach)
        var before: Character = " "
        while let character = rest.first {
            let start = rest
            if character == "\\" {
                rest = rest.dropFirst(2)
            } else if character == "`" {
                rest = afterCode(rest, runs)
            } else if character == mark {
                let found = rest.prefix { $0 == mark }
                let after = content[found.endIndex...].first ?? " "
                let isWord = mark == "_" && (after.isLetter || after.isNumber)
                if found.count == count, !before.isWhitespace, !isWord { return found.startIndex }
                rest = rest[found.endIndex...]
            } else {
                rest.removeFirst()
            }
            before = start[..<rest.startIndex].last ?? character
        }
        return nil
    }
}
