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
    func inline(_ markdown: Substring) -> String {
        var result = ""
        var rest = markdown
        var previous: Character = " "
        while let first = rest.first {
            let start = rest
            result += token(&rest, startingWith: first, after: previous)
            previous = start[..<rest.startIndex].last ?? first
        }
        return result
    }

    /// Takes the first token of a text: a code span, a link, emphasized text, or a character.
    private func token(
        _ rest: inout Substring, startingWith first: Character, after previous: Character,
    ) -> String {
        switch first {
        case "\\":
            rest.removeFirst()
            guard let next = rest.first, next.isPunctuation || next.isSymbol else { return "\\" }
            return Self.escaped(String(rest.removeFirst()))
        case "`": return code(&rest)
        case "<": return angle(&rest)
        case "&": return entity(&rest)
        case "!":
            rest.removeFirst()
            return rest.first == "[" ? "" : "!"
        case "[": return link(&rest)
        case "*", "_": return emphasis(&rest, mark: first, after: previous)
        default: return Self.escaped(String(rest.removeFirst()))
        }
    }

    private func code(_ rest: inout Substring) -> String {
        let fence = rest.prefix { $0 == "`" }
        var content = rest[fence.endIndex...]
        let start = content.startIndex
        while let next = content.firstIndex(of: "`") {
            let run = content[next...].prefix { $0 == "`" }
            content = content[run.endIndex...]
            guard run.count == fence.count else { continue }
            defer { rest = content }
            var code = rest[start..<next]
            if code.first == " ", code.last == " ", code.contains(where: { $0 != " " }) {
                code = code.dropFirst().dropLast()
            }
            return "<code>\(Self.escaped(code))</code>"
        }
        rest = rest[fence.endIndex...]
        return String(fence)
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
        if let match = rest.prefixMatch(of: /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|(?:lt|gt|amp|quot|nbsp));/)
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
    /// The characters of a link or of emphasis at most, so that hostile texts cost no more.
    private static let reach = 2000

    private func link(_ rest: inout Substring) -> String {
        guard let label = Self.bracketed(rest, "[", "]"),
            let target = Self.bracketed(rest[label.endIndex...].dropFirst(), "(", ")")
        else {
            rest.removeFirst()
            return "["
        }
        rest = rest[target.endIndex...].dropFirst()
        let url = target.split(separator: " ").first.map { $0.trimmingPrefix("<") } ?? ""
        return anchor(to: url.last == ">" ? url.dropLast() : url, around: inline(label))
    }

    /// What stands between brackets at the start of a text.
    private static func bracketed(_ text: Substring, _ open: Character, _ close: Character) -> Substring? {
        guard text.first == open else { return nil }
        let content = text.dropFirst()
        var depth = 1
        var isEscaped = false
        for index in content.prefix(reach).indices {
            let character = content[index]
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == open {
                depth += 1
            } else if character == close {
                depth -= 1
                if depth == 0 { return content[..<index] }
            }
        }
        return nil
    }

    private func anchor(to url: some StringProtocol, around html: String) -> String {
        if url.hasPrefix("#") {
            return anchors.contains(String(url.dropFirst()))
                ? "<a href=\"\(Self.escaped(url))\">\(html)</a>" : html
        }
        let isSafe = ["https://", "http://", "mailto:"].contains { url.lowercased().hasPrefix($0) }
        guard isSafe else { return url.isEmpty ? html : "\(html) (\(Self.escaped(url)))" }
        return "<a href=\"\(Self.escaped(PercentEncoding.mended(url)))\" rel=\"noreferrer\">\(html)</a>"
    }

    private func emphasis(
        _ rest: inout Substring, mark: Character, after previous: Character,
    ) -> String {
        let run = rest.prefix { $0 == mark }
        let content = rest[run.endIndex...]
        let isOpening =
            content.first.map { !$0.isWhitespace } ?? false
            && (mark == "*" || !previous.isLetter && !previous.isNumber)
        guard isOpening, run.count <= 2,
            let end = Self.end(of: content, closedBy: String(run), mark: mark)
        else {
            rest = content
            return String(run)
        }
        rest = content[end...].dropFirst(run.count)
        let tag = run.count == 2 ? "strong" : "em"
        return "<\(tag)>\(inline(content[..<end]))</\(tag)>"
    }

    private static func end(
        of content: Substring, closedBy run: String, mark: Character,
    ) -> Substring.Index? {
        let limit = content.prefix(reach)
        var index = limit.startIndex
        while let next = limit[index...].firstIndex(of: mark) {
            let found = limit[next...].prefix { $0 == mark }
            let before = limit[..<next].last ?? " "
            let after = content[found.endIndex...].first ?? " "
            let isWord = mark == "_" && (after.isLetter || after.isNumber)
            if found.count == run.count, !before.isWhitespace, before != "\\", !isWord,
                next > limit.startIndex
            {
                return next
            }
            index = found.endIndex
        }
        return nil
    }
}
