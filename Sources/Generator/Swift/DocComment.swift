import Templating

/// The text of a doc comment.
struct DocComment {
    private(set) var lines: [DocLineView] = []

    init() {}

    /// The paragraphs of a description of a document, which is Markdown.
    init(_ text: String?) {
        add(text)
    }

    /// Adds paragraphs, after an empty line if something stands before them.
    mutating func add(_ text: String?) {
        guard let text else { return }
        let blocks = MarkdownBlock.blocks(of: text)
        guard !blocks.isEmpty else { return }
        addBlankLine()
        lines += blocks.map { DocLineView(block: $0) }
    }

    /// Adds an entry of a list, such as `- Returns: …`, its further lines indented below it.
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

/// A line of a comment, or several if it is prose.
struct DocLineView: View {
    let block: MarkdownBlock
    /// What stands before the text, and what before its further lines.
    var start = ""
    var continuation = ""

    static let fields: ViewFields<DocLineView> = [
        .text("text", \.block.text),
        .text("start", \.start),
        .text("continuation", \.continuation),
        .flag("isProse", \.block.isProse),
        .flag("isEmpty", \.block.text.isEmpty),
    ]
}
