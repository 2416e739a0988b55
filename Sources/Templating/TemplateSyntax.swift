import APIGenSourceText

/// A tag in the source of a template.
struct Tag: Sendable {
    enum Kind: Equatable, Sendable {
        case variable, section, inverted, close, partial, comment
        /// Sections that lay out their line.
        case list, words
        case breakPoint(BreakPoint)
    }

    let kind: Kind
    /// `.` for the current text; empty for comments and breaks.
    let name: String
    let range: SourceRange
    /// The whitespace before a tag that is alone on its line.
    var indent: [UInt8] = []
}

enum Token: Sendable {
    /// A range of bytes in the template.
    case text(Range<Int>)
    case tag(Tag)
}

indirect enum Node: Sendable {
    case text([UInt8])
    case variable(Tag)
    case section(Section)
    case partial(Tag)
    case breakPoint(BreakPoint)
}

struct Section: Sendable {
    let opening: Tag
    let body: [Node]
    /// The contents of an unclosed section may not be the intended ones.
    let isClosed: Bool
}

struct ParsedTemplate: Sendable {
    let name: String
    let nodes: [Node]
    let partials: [Tag]
    let start: SourceRange
}
