/// The names that are visible at a point in a template: the fields of the views of the enclosing sections, and those that
/// all templates have in common.
struct LexicalScope {
    /// The index of the view of the template.
    static let own = 1

    /// The common view, and the view of the template, followed by those of the enclosing sections.
    private(set) var views: [ViewSchema]
    private var texts: [OpenText] = []
    /// For each enclosing section that iterates, whether it iterates over a list.
    private var isList: [Bool] = []
    private var isInText = false

    /// A section over an optional text or a list of texts.
    private struct OpenText {
        let view: Int
        let optionalName: String?
    }

    init(_ view: ViewSchema, common: ViewSchema) {
        views = [common, view]
    }

    /// The views that differ from place to place, outermost first.
    var ownViews: ArraySlice<ViewSchema> { views.dropFirst(Self.own) }

    var innermostView: Int { views.count - 1 }
    /// The index of the section over texts that `{{.}}` refers to.
    var element: Int? { isInText ? texts.count - 1 : nil }
    /// The index of the section over a list that `isFirst` and `isLast` refer to.
    var innermostList: Int? { isList.lastIndex(of: true) }

    /// Inner views shadow the names of outer ones.
    func find(_ name: String) -> (view: Int, content: FieldContent)? {
        for (index, view) in views.enumerated().reversed() {
            if let content = view.fields[name] { return (index, content) }
        }
        return nil
    }

    /// The section that ensures that an optional text is present.
    func guarding(_ name: String, of view: Int) -> Int? {
        texts.lastIndex { $0.view == view && $0.optionalName == name }
    }

    /// The visible names, innermost first.
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
