extension Markdown {
    /// A text of the document in which nothing but Markdown has a meaning. Tags, what DocC takes for directives, images,
    /// links to symbols and the structure of a comment, and what Doxygen takes for commands, are text.
    static func inert(_ text: String) -> String {
        var inert = InertMarkdown()
        for line in MarkdownBlock.lines(of: text) { inert.add(line) }
        return inert.text
    }

    /// Whether a text starts with a URL or an email address in angle brackets (CommonMark, section 6.5).
    static func isAutolink(_ text: some StringProtocol) -> Bool { autolink(Substring(text)) != nil }

    fileprivate static func autolink(_ text: Substring) -> Substring? {
        let match = text.prefixMatch(of: link)?.range ?? text.prefixMatch(of: address)?.range
        return match.map { text[$0] }
    }

    private nonisolated(unsafe) static let link = /<(?:https?:\/\/|mailto:)[^\s<>`]*>/
    private nonisolated(unsafe) static let address = /<[\w.+\-]+@[\w.\-]+>/
}

/// Reads the blocks of a text (CommonMark, section 4), of which code stays as it is.
private struct InertMarkdown {
    private var lines: [String] = []
    private var paragraph: [String] = []
    private var fence: Fence?
    /// The lines of the code block that is open, from its fence on.
    private var code: [String] = []
    /// Where the content of the current list item starts.
    private var margin = 0

    var text: String {
        var last = self
        last.endParagraph()
        // A fence that nothing closes would include everything below.
        last.endCode()
        return last.lines.joined(separator: "\n")
    }

    mutating func add(_ line: String) {
        let indentation = line.prefix { $0 == " " }.count
        let isBlank = indentation == line.count
        if let fence {
            if isBlank || indentation >= margin {
                if fence.isClosed(by: line) { endCode() } else { code.append(line) }
                return
            }
            // The end of a list item is the end of its code.
            endCode()
        }
        if !isBlank, indentation < margin { margin = 0 }
        if let opening = Fence(openedBy: line), indentation - margin <= 3 {
            endParagraph()
            let content = String(repeating: " ", count: margin) + line.dropFirst(indentation)
            code = [content]
            fence = Fence(openedBy: content) ?? opening
        } else {
            for part in Self.parts(of: line) { addProse(part) }
        }
    }

    /// DocC takes each line that starts like a fence for one, so that code with such a line becomes text.
    private mutating func endCode() {
        guard let fence else { return }
        let isPlain = !code.dropFirst().contains { line in
            let content = line.drop { $0 == " " }
            return content.hasPrefix("```") || content.hasPrefix("~~~")
        }
        lines +=
            isPlain
            ? code + [fence.closing] : [""] + code.dropFirst().map { InertProse([$0]).text } + [""]
        self.fence = nil
    }

    /// The tags that only break lines, as line breaks. A row of a table is one line.
    private static func parts(of line: String) -> [String] {
        guard line.utf8.contains(UInt8(ascii: "<")) else { return [line] }
        let isRow = line.first { $0 != " " } == "|"
        let text = line.replacing(/<br\s*\/?>/.ignoresCase(), with: isRow ? " " : "\n")
            .replacing(/<\/?p>/.ignoresCase(), with: isRow ? " " : "\n\n")
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private mutating func addProse(_ line: String) {
        let content = line.drop { $0 == " " }
        let marker = ListMarker(of: line, margin: margin, isInParagraph: !paragraph.isEmpty)
        if let marker { margin = marker.width }
        let isAlone = content.isEmpty || "#|".contains(content.prefix(1))
        if isAlone || marker != nil || content.first == ">" { endParagraph() }
        paragraph.append(line)
        if isAlone { endParagraph() }
    }

    private mutating func endParagraph() {
        guard !paragraph.isEmpty else { return }
        lines.append(InertProse(paragraph).text)
        paragraph = []
    }
}

/// A paragraph, a list item, a heading or a row of a table.
private struct InertProse {
    private var result = ""
    private var rest: Substring
    private let mayDefineLinks: Bool
    private let runs: BacktickRuns

    init(_ lines: [String]) {
        mayDefineLinks = lines.contains { $0.first { !" >-+*".contains($0) } == "[" }
        rest = lines.joined(separator: "\n")[...]
        runs = BacktickRuns(of: rest)
        readStart()
        while !rest.isEmpty {
            // Most characters have no meaning, and are taken together.
            let plain = rest.utf8.prefix { !Self.isMark($0) }
            result += Substring(plain)
            rest = rest[plain.endIndex...]
            if let first = rest.first { read(first) }
        }
    }

    /// Whether ``read(_:)`` looks at a character.
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "]"), UInt8(ascii: "@"),
            UInt8(ascii: "!"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    var text: String { result }

    /// Titles of sections that link pages, and names that list items document.
    private mutating func readStart() {
        guard let mark = rest.first(where: { !$0.isWhitespace }), "#-+*".contains(mark) else { return }
        if let heading = rest.prefixMatch(of: Self.section) {
            result = "**\(heading.1)**"
            rest = rest[heading.range.upperBound...]
        } else if let label = rest.prefixMatch(of: Self.label) {
            result = "\(label.1)**\(InertProse([String(label.2)]).text)**"
            rest = rest[label.range.upperBound...]
        }
    }

    private nonisolated(unsafe) static let section = /\s*#{1,6}\s+(topics|see also)\s*(?:#+\s*)?$/
        .ignoresCase()
    private nonisolated(unsafe) static let label =
        /(\s*[\-+*]\s+)((?:parameters?|returns?|throws|possiblevalues?|dictionarykeys?|http[a-z]+)(?:\s[^:*\n]*)?:)/
        .ignoresCase()

    private mutating func read(_ first: Character) {
        switch first {
        case "\\": readBackslash()
        case "`": readCode()
        case "<": readBracket()
        case "]": readEndOfLabel()
        case "@" where isAtStart: readDirective()
        case "!" where rest.dropFirst().first == "[": rest.removeFirst()
        case "~" where rest.hasPrefix("~~~"):
            let run = rest.prefix { $0 == "~" }
            put(String(repeating: "\\~", count: run.count), for: run.count)
        default: put(String(first), for: 1)
        }
    }

    private mutating func put(_ text: String, for count: Int) {
        result += text
        rest.removeFirst(count)
    }

    /// Whether a line may start here once it is wrapped.
    private var isAtStart: Bool { result.last.map { $0.isWhitespace } ?? true }

    private mutating func readDirective() {
        guard !readCommand() else { return }
        let isFollowedByName = rest.dropFirst().first.map { $0.isLetter || $0 == "_" } ?? false
        put(isFollowedByName ? "\\@" : "@", for: 1)
    }

    private mutating func readBackslash() {
        guard !(isAtStart && readCommand()) else { return }
        let pair = String(rest.prefix(2))
        put(pair, for: pair.count)
    }

    /// Reads a command of Doxygen, which is one behind any number of marks and escaped ones, but not behind entities.
    private mutating func readCommand() -> Bool {
        guard let match = rest.prefixMatch(of: Self.command) else { return false }
        let marks = match.1.replacing(#"\\"#, with: #"\"#).replacing(#"\@"#, with: "@")
        let entities = marks.map { $0 == "@" ? "&#64;" : "&#92;" }.joined()
        put(entities, for: match.1.count)
        return true
    }

    private nonisolated(unsafe) static let command =
        /([@\\]+)(?:discussion|note|abstract|param|returns?|result)(?:\s|$)/.ignoresCase()

    private mutating func readBracket() {
        if let link = Markdown.autolink(rest) { return put(String(link), for: link.count) }
        let isTag = rest.dropFirst().first.map { $0.isLetter || "/!?".contains($0) } ?? false
        put(isTag ? "\\<" : "<", for: 1)
    }

    private nonisolated(unsafe) static let destination = /\]\(\s*(?:<\s*)?(?:https?:\/\/|mailto:|tel:)/

    /// Only links to the web and to addresses are links.
    private mutating func readEndOfLabel() {
        if rest.hasPrefix("]("), rest.prefixMatch(of: Self.destination) == nil {
            put("]\\(", for: 2)
        } else if rest.hasPrefix("]:"), mayDefineLinks {
            put("]\\:", for: 2)
        } else {
            put("]", for: 1)
        }
    }

    /// Code with the delimiters that are code to DocC, or backticks as text if nothing closes them.
    private mutating func readCode() {
        let run = rest.prefix { $0 == "`" }
        if let (content, others) = runs.code(startingAt: rest) {
            result += Self.code(content, isLink: run.count > 1)
            rest = others
            return
        }
        put(String(repeating: "\\`", count: run.count), for: run.count)
    }

    private static func code(_ content: Substring, isLink: Bool) -> String {
        let isBroken = content.utf8.contains(UInt8(ascii: "\n"))
        let content = isBroken ? content.replacing("\n", with: " ") : content
        guard isLink else { return "`\(content)`" }
        let isPadded = content.hasPrefix(" ") && content.hasSuffix(" ") && content.count > 2
        return Markdown.code(isPadded ? String(content.dropFirst().dropLast()) : String(content))
    }
}
