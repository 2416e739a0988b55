import APIGenSourceText

/// Builds the sections of a template from its tags.
struct TemplateParser {
    private let bytes: [UInt8]
    private var nodes: [Node] = []
    private var open: [OpenSection] = []
    private var partials: [Tag] = []
    private var mistakes: [Diagnostic]

    private struct OpenSection {
        let opening: Tag
        let nodesBefore: [Node]
    }

    static func parse(_ source: TemplateSource) -> (template: ParsedTemplate, mistakes: [Diagnostic]) {
        let (tokens, mistakes) = TagScanner.scan(source.file.bytes, file: source.id)
        var parser = TemplateParser(bytes: source.file.bytes, mistakes: mistakes)
        tokens.forEach { parser.add($0) }
        while !parser.open.isEmpty { parser.abandonInnermost() }
        let template = ParsedTemplate(
            name: source.name,
            nodes: parser.nodes,
            partials: parser.partials,
            start: SourceRange(file: source.id, line: 1, column: 1),
        )
        return (template, parser.mistakes)
    }

    private init(bytes: [UInt8], mistakes: [Diagnostic]) {
        self.bytes = bytes
        self.mistakes = mistakes
    }

    private mutating func add(_ token: Token) {
        switch token {
        case .text(let range): nodes.append(.text(Array(bytes[range])))
        case .tag(let tag): add(tag)
        }
    }

    private mutating func add(_ tag: Tag) {
        switch tag.kind {
        case .variable: nodes.append(.variable(tag))
        case .comment: break
        case .breakPoint(let point): nodes.append(.breakPoint(point))
        case .section, .inverted, .list, .words:
            open.append(OpenSection(opening: tag, nodesBefore: nodes))
            nodes = []
        case .close: close(tag)
        case .partial:
            partials.append(tag)
            nodes.append(.partial(tag))
        }
    }

    /// Closes a section. If the tag closes an outer section, the sections inside it are unclosed. If it matches no open
    /// section, it is assumed to be a misspelling of the innermost one.
    private mutating func close(_ tag: Tag) {
        guard let innermost = open.last else {
            mistakes.append(.unopenedSection(tag))
            return
        }
        if open.contains(where: { $0.opening.name == tag.name }) {
            while let section = open.last, section.opening.name != tag.name { abandonInnermost() }
        } else {
            mistakes.append(.mismatchedSection(tag, opening: innermost.opening))
        }
        closeInnermost(isClosed: true)
    }

    private mutating func abandonInnermost() {
        guard let section = open.last else { return }
        mistakes.append(.unclosedSection(section.opening))
        closeInnermost(isClosed: false)
    }

    private mutating func closeInnermost(isClosed: Bool) {
        guard let section = open.popLast() else { return }
        if isClosed, [.list, .words].contains(section.opening.kind) { checkLine(of: section.opening) }
        let body = Section(opening: section.opening, body: nodes, isClosed: isClosed)
        nodes = section.nodesBefore + [.section(body)]
    }

    /// Reports line breaks in a section that lays out its line, which must also be a single line in the template.
    private mutating func checkLine(of opening: Tag) {
        var pending = nodes
        while let node = pending.popLast() {
            switch node {
            case .text(let bytes) where bytes.contains(UInt8(ascii: "\n")):
                mistakes.append(.lineEnd(in: opening))
                return
            case .partial(let tag): mistakes.append(.partialInLine(tag, of: opening))
            case .section(let section): pending += section.body
            case .text, .variable, .breakPoint: break
            }
        }
    }
}
