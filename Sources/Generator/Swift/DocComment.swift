import APIGenTemplating

/// The text of a doc comment.
struct DocComment {
    private(set) var lines: [DocLineView] = []

    init() {}

    /// - Parameter text: Paragraphs of Markdown, such as a description in the document.
    init(_ text: String?) {
        add(text)
    }

    /// Adds paragraphs, separated from previous ones by an empty line.
    mutating func add(_ text: String?) {
        guard let text else { return }
        let blocks = MarkdownBlock.blocks(of: text)
        guard !blocks.isEmpty else { return }
        addBlankLine()
        lines += blocks.map { DocLineView(block: $0) }
    }

    /// Adds a list item, such as `- Returns: …`, with its continuation lines indented.
    mutating func addItem(_ label: String, text: String, marker: Character = "-", depth: Int = 0) {
        let margin = String(repeating: "  ", count: depth)
        for (index, block) in MarkdownBlock.blocks(of: "\(label) \(text)").enumerated() {
            let start = index == 0 ? "\(marker) " : "  "
            lines.append(DocLineView(block: block, start: margin + start, continuation: margin + "  "))
        }
    }

    mutating func addBlankLine() {
        if !lines.isEmpty { addLine("") }
    }

    mutating func addLine(_ line: String) {
        lines.append(DocLineView(block: .verbatim(line)))
    }
}

/// A line of a comment, or a paragraph that is wrapped into several.
struct DocLineView: View {
    let block: MarkdownBlock
    /// The prefix of the first line, and of the continuation lines.
    var start = ""
    var continuation = ""

    /// The words, between which a line may break. One that would start a block of Markdown stays behind another.
    private var words: [String] {
        var result: [String] = []
        for word in block.text.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init) {
            if let last = result.last, word.startsBlock {
                result[result.count - 1] = "\(last) \(word)"
            } else {
                result.append(String(word))
            }
        }
        return result
    }

    static let fields: ViewFields<DocLineView> = [
        .text("text", \.block.text),
        .texts("words", \.words),
        .text("start", \.start),
        .text("continuation", \.continuation),
        .flag("isProse", \.block.isProse),
        .flag("isEmpty", \.block.text.isEmpty),
    ]
}

extension Substring {
    /// Whether the word would start a list, a quote or a heading, or underline one, at the start of a line.
    fileprivate var startsBlock: Bool {
        guard let start = utf8.first, "-=+*#>1".utf8.contains(start) else { return false }
        return switch first {
        case "-", "=", "+", "*", "#": Set(self).count == 1
        case ">": true
        case "1": self == "1." || self == "1)"
        case .some, nil: false
        }
    }
}
