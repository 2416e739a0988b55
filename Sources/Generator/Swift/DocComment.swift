import Templating

/// The text of a doc comment: lines without their slashes.
struct DocComment {
    private(set) var lines: [String] = []

    static let width = 106

    init() {}

    /// The paragraphs of a description of a document, which is Markdown.
    init(_ text: String?, indent: Int) {
        add(text, indent: indent)
    }

    /// Adds paragraphs, after an empty line if something stands before them.
    mutating func add(_ text: String?, indent: Int) {
        guard let text else { return }
        let paragraphs = Self.paragraphs(text, width: Self.width - indent)
        guard !paragraphs.isEmpty else { return }
        if !lines.isEmpty { lines.append("") }
        lines += paragraphs
    }

    /// Adds an entry of a list, such as `- Returns: …`, its further lines indented below it.
    mutating func addItem(
        _ label: String, _ text: String, marker: Character = "-", depth: Int = 0, indent: Int
    ) {
        let margin = String(repeating: "  ", count: depth)
        let width = Self.width - indent - margin.count
        let wrapped = Self.paragraphs("\(label) \(text)", width: width, hanging: 2)
        guard let first = wrapped.first else { return }
        lines.append("\(margin)\(marker) \(first)")
        lines += wrapped.dropFirst().map { $0.isEmpty ? "" : "\(margin)  \($0)" }
    }

    mutating func addBlankLine() {
        if !lines.isEmpty { lines.append("") }
    }

    mutating func addLine(_ line: String) {
        lines.append(line)
    }
}

// MARK: - Markdown

extension DocComment {
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
}

extension DocComment {
    /// Wraps the paragraphs of a Markdown text. Lines that Markdown takes as they stand are left alone: code,
    /// lists, tables, headings and quotes.
    private static func paragraphs(_ text: String, width: Int, hanging: Int = 0) -> [String] {
        var result: [String] = []
        var paragraph: [Substring] = []
        var isCode = false
        func flush() {
            result += wrap(paragraph.joined(separator: " "), width: width - hanging)
            paragraph = []
        }
        for line in safe(text).split(separator: "\n", omittingEmptySubsequences: false) {
            let content = line.drop { $0 == " " || $0 == "\t" }
            let isFence = content.hasPrefix("```")
            if isCode || isFence || isVerbatim(content) {
                flush()
                result.append(line.trimmingTrailingBlanks)
                if isFence { isCode.toggle() }
            } else if content.isEmpty {
                flush()
                if result.last?.isEmpty == false { result.append("") }
            } else {
                paragraph.append(content)
            }
        }
        flush()
        // What is not closed would take in what stands below.
        if isCode { result.append("```") }
        while result.last?.isEmpty == true { result.removeLast() }
        return result
    }

    private static func isVerbatim(_ line: Substring) -> Bool {
        guard let first = line.first else { return false }
        if "|>#".contains(first) { return true }
        if "-*+".contains(first) { return line.dropFirst().first == " " }
        let digits = line.prefix { $0.isNumber }
        return !digits.isEmpty && line.dropFirst(digits.count).hasPrefix(". ")
    }

    /// Line breaks of all kinds are one kind; other control characters have no business in a comment.
    private static func safe(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where isAfterReturn: break
            case "\r", "\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": result.append("\n")
            case "\t": result.append(" ")
            default: if scalar.properties.generalCategory != .control { result.append(scalar) }
            }
            isAfterReturn = scalar == "\r"
        }
        return String(result)
    }

    private static func wrap(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        for word in text.split(separator: " ") {
            if !current.isEmpty, current.count + 1 + word.count > width {
                lines.append(current)
                current = ""
            }
            current += current.isEmpty ? String(word) : " \(word)"
        }
        return current.isEmpty ? lines : lines + [current]
    }

}

extension StringProtocol {
    /// The text without blanks and line breaks at its end.
    var trimmingTrailingBlanks: String {
        String(prefix(upTo: lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex))
    }
}

extension DocComment {
    /// The lines with their slashes. An empty line has no blank behind them.
    var comment: [String] { lines.map { $0.isEmpty ? "///" : "/// \($0)" } }
}
