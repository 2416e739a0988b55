/// Texts of the document in Markdown of ours: what they contain cannot end a table, a section or a page, and HTML in them
/// is text.
enum ReferenceText {
    /// Paragraphs, as the lines of a page.
    static func lines(_ text: String?) -> [String] {
        guard let text else { return [] }
        var fence: Fence?
        var result: [String] = []
        for line in MarkdownBlock.lines(of: text) {
            if let open = fence {
                result.append(line)
                if open.isClosed(by: line) { fence = nil }
            } else if let open = Fence(openedBy: line) {
                fence = open
                result.append(line)
            } else {
                result += prose(line)
            }
        }
        // A fence that nothing closes would include everything below.
        if let fence { result.append(fence.closing) }
        while result.last?.isEmpty ?? false { result.removeLast() }
        return Array(result.drop(while: \.isEmpty))
    }

    /// The text in a cell of a table, with the lines of a paragraph put together.
    static func cell(_ text: String?) -> String {
        guard let text else { return "" }
        var fence: Fence?
        var lines: [String] = []
        var isParagraph = false
        for line in MarkdownBlock.lines(of: text) {
            if let open = fence {
                if open.isClosed(by: line) { fence = nil } else { lines.append(Markdown.code(line)) }
                continue
            }
            fence = Fence(openedBy: line)
            let content = String(line.drop { $0 == " " })
            let isStart =
                fence != nil || content.isEmpty || content.first.map { "#-*+>|=".contains($0) } ?? true
            if fence == nil, let words = prose(content).first, !words.isEmpty {
                if isParagraph, !isStart, let last = lines.popLast() {
                    lines.append("\(last) \(words)")
                } else {
                    lines.append(words)
                }
            }
            isParagraph = !isStart || content.first.map { "-*+".contains($0) } ?? false
        }
        return lines.joined(separator: "<br>").replacing("|", with: "\\|")
    }

    /// A line that is not code. A heading of the document is none of the page.
    private static func prose(_ line: String) -> [String] {
        let content = line.drop { $0 == " " }
        guard content.first != "#" else {
            let heading = escaped(String(content.drop { $0 == "#" || $0 == " " }))
            return heading.isEmpty ? [] : ["**\(heading)**", ""]
        }
        let isUnderline = !content.isEmpty && content.allSatisfy { "=- ".contains($0) }
        let isDefinition = content.prefixMatch(of: /\[[^\]]*\]:/) != nil
        return [(isUnderline && !content.hasPrefix("- ") || isDefinition ? "\\" : "") + escaped(String(line))]
    }

    /// A line without HTML and without links that run code.
    static func escaped(_ line: String) -> String {
        var result = ""
        var rest = line[...]
        let runs = BacktickRuns(of: rest)
        while let first = rest.first {
            if first == "\\", rest.dropFirst().first != nil {
                result += rest.prefix(2) == "\\<" ? "&lt;" : rest.prefix(2)
                rest.removeFirst(2)
            } else if first == "`" {
                result += code(&rest, among: runs)
            } else if first == "<" {
                result += Markdown.isAutolink(rest) ? "<" : "&lt;"
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

    private nonisolated(unsafe) static let scripts =
        /\]\(\s*(?:<\s*)?(javascript|data|vbscript)\s*:/.ignoresCase()

    /// A code span with its delimiters, or the backticks as text if nothing closes them.
    private static func code(_ rest: inout Substring, among runs: BacktickRuns) -> String {
        let start = rest
        if let (_, others) = runs.code(startingAt: rest) {
            rest = others
            return String(start[..<others.startIndex])
        }
        let run = rest.prefix { $0 == "`" }
        rest = rest[run.endIndex...]
        return run.map { "\\\($0)" }.joined()
    }
}
