/// What names can refer to at a place in a template: the fields of the views that the sections around it have
/// opened, as far as the template reaches.
struct LexicalScope {
    /// The view that the template is rendered or included with, then those of its sections.
    private(set) var views: [ViewSchema]
    private var texts: [OpenText] = []
    /// For each section that repeats, whether it goes over a list.
    private var isList: [Bool] = []
    private var isInText = false

    /// A section over an optional text or a list of texts.
    private struct OpenText {
        let view: Int
        let optionalName: String?
    }

    init(_ view: ViewSchema) {
        views = [view]
    }

    var innermostView: Int { views.count - 1 }
    /// The section over texts that `{{.}}` belongs to.
    var element: Int? { isInText ? texts.count - 1 : nil }
    /// The section over a list that `isFirst` and `isLast` belong to.
    var innermostList: Int? { isList.lastIndex(of: true) }

    /// Inner views hide the names of outer ones.
    func find(_ name: String) -> (view: Int, content: FieldContent)? {
        for (index, view) in views.enumerated().reversed() {
            if let content = view.fields[name] { return (index, content) }
        }
        return nil
    }

    /// The section that makes sure that an optional text is there.
    func guarding(_ name: String, of view: Int) -> Int? {
        texts.lastIndex { $0.view == view && $0.optionalName == name }
    }

    /// What could be meant here, the nearest first.
    var visibleNames: [String] {
        views.reversed().flatMap(\.names) + (innermostList == nil ? [] : ViewSchema.reservedNames)
    }

    func entering(_ view: ViewSchema, isList: Bool) -> LexicalScope {
        var inner = self
        inner.views.append(view)
        inner.isList.append(isList)
        inner.isInText = false
        return inner
    }

    func enteringTexts(of view: Int) -> LexicalScope {
        enteringText(OpenText(view: view, optionalName: nil), isList: true)
    }

    func enteringText(_ optionalName: String, of view: Int) -> LexicalScope {
        enteringText(OpenText(view: view, optionalName: optionalName), isList: false)
    }

    private func enteringText(_ text: OpenText, isList: Bool) -> LexicalScope {
        var inner = self
        inner.texts.append(text)
        inner.isList.append(isList)
        inner.isInText = true
        return inner
    }
}
