/// A step of rendering, with all names resolved.
///
/// Views, elements and lists are indices into those of the enclosing sections, outermost first. The first view is the
/// common one, and the second that of the template.
indirect enum Operation: Sendable {
    case literal([UInt8])
    case text(view: Int, Reader<String>)
    /// The current text of a section over texts.
    case element(Int)
    case when(Condition, [Operation])
    case unless(Condition, [Operation])
    case eachText(view: Int, Reader<[String]>, [Operation])
    case eachView(view: Int, ViewList, [Operation])
    /// A list on one line or several. Each element starts with `elementStart`.
    case list([Operation])
    case elementStart
    /// Words, with the prefix of continuation lines.
    case words(view: Int, Reader<[String]>, [Operation])
    case breakPoint(BreakPoint)
    /// Renders a procedure with one of the open views, each line prefixed with `indent`.
    case include(procedure: Int, view: Int, indent: [UInt8])
}

enum Condition: Sendable {
    case flag(view: Int, Reader<Bool>)
    /// Whether an iterating section is at its first element.
    case isFirst(Int)
    case isLast(Int)
}
