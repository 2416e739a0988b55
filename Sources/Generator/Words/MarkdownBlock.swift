/// A paragraph of Markdown, or a line whose line breaks are preserved.
enum MarkdownBlock {
    case prose(String)
    /// A line of code, of a list, a table, a heading or a quote, or an empty one.
    case verbatim(String)

    var text: String {
        switch self {
        case .prose(let text), .verbatim(let text): text
        }
    }

    var isProse: Bool {
        switch self {
        case .prose: true
        case .verbatim: false
        }
    }

    static func blocks(of text: String) -> [MarkdownBlock] {
        var result: [MarkdownBlock] = []
        var paragraph: [Substring] = []
        var fence: Fence?
        func flush() {
            if !paragraph.isEmpty { result.append(.prose(paragraph.joined(separator: " "))) }
            paragraph = []
        }
        for line in lines(of: text) {
            let content = line.drop { $0 == " " || $0 == "\t" }
            let opening = fence == nil ? Fence(openedBy: line) : nil
            if fence != nil || opening != nil || isVerbatim(content) {
                flush()
                result.append(.verbatim(line.trimmingTrailingBlanks))
                fence = opening ?? (fence?.isClosed(by: line) == true ? nil : fence)
            } else if content.isEmpty {
                flush()
                if result.last?.text.isEmpty == false { result.append(.verbatim("")) }
            } else {
                paragraph.append(content)
            }
        }
        flush()
        // An unclosed code fence would include everything below.
        if let fence { result.append(.verbatim(fence.closing)) }
        while result.last?.text.isEmpty == true { result.removeLast() }
        return result
    }

    /// The lines of a text, without control characters.
    static func lines(of text: String) -> [String] {
        safe(text).utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
    }

    private static func isVerbatim(_ line: Substring) -> Bool {
        guard let first = line.first else { return false }
        if "|>#".contains(first) { return true }
        if "-*+".contains(first) { return line.dropFirst().first == " " }
        let digits = line.prefix { $0.isNumber }
        return !digits.isEmpty && line.dropFirst(digits.count).hasPrefix(". ")
    }

    /// Normalizes line breaks, and removes other control characters, as well as characters that would display source
    /// code in another order than the compiler reads it (UTS #55, section 3.1).
    private static func safe(_ text: String) -> String {
        // Most texts are such, and a look at each scalar takes time.
        if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 || $0 == 0x0A }) { return text }
        var result = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where isAfterReturn: break
            case "\r", "\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": result.append("\n")
            case "\t": result.append(" ")
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": break
            default: if scalar.properties.generalCategory != .control { result.append(scalar) }
            }
            isAfterReturn = scalar == "\r"
        }
        return String(result)
    }
}
