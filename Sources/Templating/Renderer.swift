/// Executes operations. The depth of recursion is that of the nested views.
struct Renderer {
    private let procedures: [[Operation]]
    private let common: AnyViewReference
    private var output: IndentedOutput

    /// - Parameter common: The view that all templates have in common.
    init(procedures: [[Operation]], common: AnyViewReference, lineWidth: Int) {
        self.procedures = procedures
        self.common = common
        output = IndentedOutput(width: lineWidth)
    }

    var bytes: [UInt8] { output.bytes }

    /// The common view, and the views, texts and positions of the enclosing sections, outermost first.
    private struct Scopes {
        var views: [AnyViewReference]
        var texts: [String] = []
        var positions: [Position] = []
    }

    mutating func call(_ procedure: Int, with view: AnyViewReference) {
        var scopes = Scopes(views: [common, view])
        run(procedures[procedure], in: &scopes)
    }

    private mutating func run(_ operations: [Operation], in scopes: inout Scopes) {
        for operation in operations {
            switch operation {
            case .literal(let text): output.write(text)
            case .text(let view, let read): output.write(read(scopes.views[view]).utf8)
            case .element(let index): output.write(scopes.texts[index].utf8)
            case .when(let condition, let body): if holds(condition, in: scopes) { run(body, in: &scopes) }
            case .unless(let condition, let body): if !holds(condition, in: scopes) { run(body, in: &scopes) }
            case .eachText(let view, let read, let body):
                run(body, forEach: read(scopes.views[view]), in: &scopes)
            case .eachView(let view, let list, let body): run(body, forEach: list, of: view, in: &scopes)
            case .list(let body):
                output.openList()
                run(body, in: &scopes)
                output.closeList()
            case .elementStart: output.startElement()
            case .words(let view, let read, let continuation):
                output.openList()
                run(continuation, in: &scopes)
                output.closeWords(read(scopes.views[view]))
            case .breakPoint(let point): output.writeBreak(point)
            case .include(let procedure, let view, let indent):
                output.pushIndent(indent)
                call(procedure, with: scopes.views[view])
                output.popIndent(indent)
            }
        }
    }

    private mutating func run(_ body: [Operation], forEach texts: [String], in scopes: inout Scopes) {
        for (index, text) in texts.enumerated() {
            scopes.texts.append(text)
            scopes.positions.append(Position(index, of: texts.count))
            run(body, in: &scopes)
            scopes.positions.removeLast()
            scopes.texts.removeLast()
        }
    }

    private mutating func run(
        _ body: [Operation],
        forEach list: ViewList,
        of view: Int,
        in scopes: inout Scopes,
    ) {
        list.forEach(scopes.views[view]) { element, position in
            scopes.views.append(element)
            scopes.positions.append(position)
            run(body, in: &scopes)
            scopes.positions.removeLast()
            scopes.views.removeLast()
        }
    }

    private func holds(_ condition: Condition, in scopes: borrowing Scopes) -> Bool {
        switch condition {
        case .flag(let view, let read): read(scopes.views[view])
        case .isFirst(let index): scopes.positions[index].isFirst
        case .isLast(let index): scopes.positions[index].isLast
        }
    }
}
