/// Texts that go into Markdown.
enum Markdown {
    /// A text as code, whatever marks of code stand in it.
    static func code(_ text: String) -> String {
        let breaks: [Unicode.GeneralCategory] = [.control, .lineSeparator, .paragraphSeparator]
        let isBroken = text.unicodeScalars.contains { breaks.contains($0.properties.generalCategory) }
        return fenced(isBroken ? text.json : text)
    }

    private static func fenced(_ text: String) -> String {
        let runs = text.split { $0 != "`" }.map(\.count)
        guard let longest = runs.max() else { return "`\(text)`" }
        let fence = String(repeating: "`", count: longest + 1)
        return "\(fence) \(text) \(fence)"
    }

    /// A text, which is a link if it is a URL or an address of mail.
    static func linked(_ text: String) -> String {
        let isLink = text.contains("://") || text.contains("@")
        return isLink && text.allSatisfy { !$0.isWhitespace && !"<>".contains($0) } ? "<\(text)>" : text
    }

    /// Names as code, as in `a, b`.
    static func names(_ names: [String], separator: String = ", ") -> String {
        names.map { "`\($0)`" }.joined(separator: separator)
    }
}

// MARK: - Sentences

extension Markdown {
    /// Sentences in one paragraph. The first may be a text of the document: where that has several paragraphs, or
    /// a list, the others stand below it.
    static func joined(_ sentences: [String]) -> String {
        guard let first = sentences.first, sentences.count > 1 else { return sentences.first ?? "" }
        let isLong = first.contains("\n\n") || first.contains("\n-") || first.contains("\n*")
        return ended(first) + (isLong ? "\n\n" : " ") + sentences.dropFirst().joined(separator: " ")
    }

    /// A text with a full stop, unless it ends in a mark of its own.
    static func ended(_ text: String) -> String {
        let text = text.trimmingTrailingBlanks
        guard let last = text.last else { return text }
        return last.isLetter || last.isNumber || ")`'\"".contains(last) ? text + "." : text
    }

    /// A text that has no full stop, as a sentence.
    static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    /// As in `a, b or c`.
    static func list(_ items: [String], with conjunction: Conjunction) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }

    enum Conjunction {
        case and, or
    }
}

extension StringProtocol {
    /// The text without blanks and line breaks at its end.
    var trimmingTrailingBlanks: String {
        String(prefix(upTo: lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex))
    }
}
