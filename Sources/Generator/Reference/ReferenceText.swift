/// Texts of the document in Markdown of ours: what they contain cannot end a table, a section or a page, and HTML in them
/// is text.
enum ReferenceText {
    /// Paragraphs, as the lines of a page.
    static func lines(_ text: String?) -> [String] {
        guard let text else { return [] }
        var isCode = false
        return MarkdownBlock.blocks(of: withoutTags(text)).flatMap { block -> [String] in
            let line = block.text
            let isFence = line.drop { $0 == " " }.hasPrefix("```")
            if isFence { isCode.toggle() }
            if isCode || isFence { return [line] }
            if line.hasPrefix("#") { return ["**\(escaped(heading(line)))**", ""] }
            return [escaped(line)]
        }
    }

    /// The text in a cell of a table.
    static func cell(_ text: String?) -> String {
        lines(text).filter { !$0.isEmpty }.joined(separator: "<br>").replacing("|", with: "\\|")
    }

    private static func heading(_ line: String) -> String {
        String(line.drop { $0 == "#" || $0 == " " }.prefix { !$0.isNewline })
    }

    /// The tags that only break lines, as line breaks.
    private static func withoutTags(_ text: String) -> String {
        text.replacing(/<br\s*\/?>/.ignoresCase(), with: "\n")
            .replacing(/<\/?p>/.ignoresCase(), with: "\n\n")
    }

    /// A line without HTML and without links that run code.
    static func escaped(_ line: String) -> String {
        var result = ""
        var rest = line[...]
        while let first = rest.first {
            if first == "`" {
                result += code(&rest)
            } else if first == "<" {
                result += isAutolink(rest) ? "<" : "&lt;"
                rest.removeFirst()
            } else if let match = rest.prefixMatch(of: scripts) {
                result += "](#"
                rest = rest[match.range.upperBound...]
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result
    }

    private nonisolated(unsafe) static let scripts = /\]\(\s*<?\s*(javascript|data|vbscript)\s*:/
        .ignoresCase()

    /// A code span with its delimiters, or the backticks as text if nothing closes them.
    private static func code(_ rest: inout Substring) -> String {
        let fence = rest.prefix { $0 == "`" }
        var content = rest[fence.endIndex...]
        while let start = content.firstIndex(of: "`") {
            let run = content[start...].prefix { $0 == "`" }
            if run.count == fence.count {
                defer { rest = rest[run.endIndex...] }
                return String(rest[..<run.endIndex])
            }
            content = content[run.endIndex...]
        }
        rest = rest[fence.endIndex...]
        return fence.map { "\\\($0)" }.joined()
    }

    /// Whether a text starts with a URL or an email address in angle brackets (CommonMark, section 6.5).
    private static func isAutolink(_ text: Substring) -> Bool {
        text.prefixMatch(of: /<(https?:\/\/|mailto:)[^\s<>]*>/) != nil
            || text.prefixMatch(of: /<[\w.+\-]+@[\w.\-]+>/) != nil
    }
}
