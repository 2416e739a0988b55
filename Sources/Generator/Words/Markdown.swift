/// Functions that produce Markdown.
enum Markdown {
    /// A string as inline code, or as plain text if it contains backticks: DocC takes code between several backticks for
    /// a link to a symbol.
    static func code(_ text: String) -> String {
        let breaks: [Unicode.GeneralCategory] = [.control, .lineSeparator, .paragraphSeparator]
        let isBroken =
            !text.isPlainASCII
            && text.unicodeScalars.contains { breaks.contains($0.properties.generalCategory) }
        let content = isBroken || text.isEmpty ? text.json : text
        return content.contains("`") ? plain(content) : "`\(content)`"
    }

    /// A string in which nothing has a meaning in Markdown.
    static func plain(_ text: String) -> String {
        text.map { #"\`*_[]<>#|~!&@"#.contains($0) ? "\\\($0)" : "\($0)" }.joined()
    }

    /// A string, as a link if it is a URL or an email address.
    static func linked(_ text: String) -> String {
        isAutolink("<\(text)>") ? "<\(text)>" : inert(text)
    }

    /// Names as code, as in `a, b`.
    static func names(_ names: [String], separator: String = ", ") -> String {
        names.map(code).joined(separator: separator)
    }
}

// MARK: - Sentences

extension Markdown {
    /// Sentences joined into one paragraph. The first may be a text from the document; if that has several paragraphs
    /// or a list, the other sentences become a paragraph below it.
    static func joined(_ sentences: [String]) -> String {
        guard let first = sentences.first, sentences.count > 1 else { return sentences.first ?? "" }
        let isLong =
            [UInt8(ascii: "\n"), UInt8(ascii: "`"), UInt8(ascii: "~")].contains(where: first.utf8.contains)
            && ["\n\n", "\n-", "\n*", "```", "~~~"].contains { first.contains($0) }
        return ended(first) + (isLong ? "\n\n" : " ") + sentences.dropFirst().joined(separator: " ")
    }

    /// A text with a final period, unless it already ends with punctuation.
    static func ended(_ text: String) -> String {
        let text = text.trimmingTrailingBlanks
        guard let last = text.last, !text.hasSuffix("```") else { return text }
        return last.isLetter || last.isNumber || ")`'\"".contains(last) ? text + "." : text
    }

    /// A phrase as a sentence: with an initial capital and a final period.
    static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    /// A list such as `a, b or c`.
    static func list(_ items: [String], with conjunction: Conjunction) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }

    enum Conjunction {
        case and, or
    }
}

extension StringProtocol {
    /// The string without trailing whitespace and line breaks.
    var trimmingTrailingBlanks: String {
        String(prefix(upTo: lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex))
    }
}
