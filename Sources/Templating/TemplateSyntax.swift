import SourceText

/// A tag as it stands in a template.
struct Tag: Sendable {
    enum Kind: Equatable, Sendable {
        case variable, section, inverted, close, partial, comment
        /// Sections that lay out their line.
        case list, words
        case breakPoint(BreakPoint)
    }

    let kind: Kind
    /// `.` for the element of a list; empty for a comment and a break.
    let name: String
    let range: SourceRange
    /// The blanks before a tag that stands alone on its line.
    var indent: [UInt8] = []
}

enum Token: Sendable {
    /// A stretch of the template's bytes.
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
    /// Of a section that nothing closes it is not known how far it was meant to go.
    let isClosed: Bool
}

struct ParsedTemplate: Sendable {
    let name: String
    let nodes: [Node]
    let partials: [Tag]
    let start: SourceRange
}
