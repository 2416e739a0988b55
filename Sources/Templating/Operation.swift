/// A step of rendering. All names are resolved: nothing can be missing any more.
///
/// Views, elements and lists are those that the sections around the operation have opened, counted from the
/// outermost; the view that the template was rendered or included with is the first.
indirect enum Operation: Sendable {
    case literal([UInt8])
    case text(view: Int, Reader<String>)
    /// What a section over texts is at.
    case element(Int)
    case when(Condition, [Operation])
    case unless(Condition, [Operation])
    case eachText(view: Int, Reader<[String]>, [Operation])
    case eachView(view: Int, ViewList, [Operation])
    /// A list on one line or many, whose elements start at `elementStart`.
    case list([Operation])
    case elementStart
    /// Words, and what further lines of them begin with.
    case words(view: Int, Reader<[String]>, [Operation])
    case breakPoint(BreakPoint)
    /// Renders a procedure with one of the open views, each line of it after `indent`.
    case include(procedure: Int, view: Int, indent: [UInt8])
}

enum Condition: Sendable {
    case flag(view: Int, Reader<Bool>)
    /// Whether a section that repeats is at its first element.
    case isFirst(Int)
    case isLast(Int)
}
