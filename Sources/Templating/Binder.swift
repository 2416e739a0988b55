import APIGenSourceText

/// Resolves the names in templates against view types, and compiles the templates into operations.
struct Binder: Sendable {
    let templates: TemplateSet
    /// The type of the view that all templates have in common.
    let common: any View.Type
    /// The compiled templates, one for each pair of a template and a view type. Each is compiled once, so that
    /// templates may include themselves.
    private(set) var procedures: [[Operation]] = []
    private var indices: [Binding: Int] = [:]
    private var schemas: [ObjectIdentifier: ViewSchema] = [:]
    private var inclusions = InclusionGraph()
    private var mistakes: [Diagnostic] = []
    /// The messages reported so far, with their source ranges.
    private var reported: Set<Diagnostic.Note> = []

    private struct Binding: Hashable {
        let template: Int
        let view: ObjectIdentifier
    }

    /// The context of the nodes that are being bound.
    private struct Place {
        let procedure: Int
        /// The tag that includes the template with this view type.
        let includedBy: Tag?
        var scope: LexicalScope
        /// `false` inside an unclosed section, whose views may not be the intended ones.
        var isCertain = true

        func with(_ scope: LexicalScope) -> Place {
            var place = self
            place.scope = scope
            return place
        }
    }

    init(templates: TemplateSet, common: any View.Type) {
        self.templates = templates
        self.common = common
    }

    /// The names of the templates that have been bound to a view type, sorted.
    func templates(of view: any View.Type) -> [String] {
        indices.keys.filter { $0.view == ObjectIdentifier(view) }.map {
            templates.templates[$0.template].name
        }
        .sorted()
    }

    /// The mistakes found since the last call.
    mutating func takeMistakes() -> [Diagnostic] {
        defer { mistakes = [] }
        return mistakes
    }

    mutating func procedure(for template: Int, view: any View.Type, includedBy tag: Tag?) -> Int {
        let binding = Binding(template: template, view: ObjectIdentifier(view))
        if let known = indices[binding] { return known }
        let index = procedures.count
        indices[binding] = index
        procedures.append([])
        let scope = LexicalScope(schema(of: view), common: schema(of: common))
        let place = Place(procedure: index, includedBy: tag, scope: scope)
        procedures[index] = bind(templates.templates[template].nodes, at: place)
        return index
    }

    private mutating func schema(of view: any View.Type) -> ViewSchema {
        if let known = schemas[ObjectIdentifier(view)] { return known }
        let schema = ViewSchema(view)
        mistakes += schema.mistakes
        schemas[ObjectIdentifier(view)] = schema
        return schema
    }

    /// Reports a mistake, unless it was already reported for another view type.
    ///
    /// - Returns: `nil`, in place of the operation.
    @discardableResult
    private mutating func report(_ mistake: Diagnostic, at place: Place) -> Operation? {
        let message = Diagnostic.Note(mistake.message, at: mistake.range)
        guard reported.insert(message).inserted else { return nil }
        var mistake = mistake
        if let tag = place.includedBy {
            mistake.notes.append(.inclusion(tag, with: place.scope.views[LexicalScope.own]))
        }
        mistakes.append(mistake)
        return nil
    }
}

// MARK: Texts and partials

extension Binder {
    private mutating func bind(_ nodes: [Node], at place: Place) -> [Operation] {
        nodes.compactMap { bind($0, at: place) }
    }

    private mutating func bind(_ node: Node, at place: Place) -> Operation? {
        switch node {
        case .text(let bytes): .literal(bytes)
        case .variable(let tag): variable(tag, at: place)
        case .section(let section): bind(section, at: place)
        case .partial(let tag): include(tag, at: place)
        case .breakPoint(let point): .breakPoint(point)
        }
    }

    private mutating func variable(_ tag: Tag, at place: Place) -> Operation? {
        let scope = place.scope
        if tag.name == "." {
            guard let element = scope.element else { return report(.noElement(tag), at: place) }
            return .element(element)
        }
        guard let (view, content) = scope.find(tag.name) else {
            let isReserved = ViewSchema.reservedNames.contains(tag.name)
            return report(isReserved ? .writtenPosition(tag) : .unknownName(tag, in: scope), at: place)
        }
        switch content {
        case .text(let read): return .text(view: view, read)
        case .optionalText:
            guard let element = scope.guarding(tag.name, of: view) else {
                return report(.unguardedText(tag, of: scope.views[view]), at: place)
            }
            return .element(element)
        default: return report(.notAText(tag, content: content, of: scope.views[view]), at: place)
        }
    }

    private mutating func include(_ tag: Tag, at place: Place) -> Operation? {
        guard place.isCertain, let template = templates[tag.name] else { return nil }
        let view = place.scope.innermostView
        let procedure = procedure(for: template, view: place.scope.views[view].type, includedBy: tag)
        if view == LexicalScope.own, !inclusions.add(from: place.procedure, to: procedure) {
            report(.endlessRecursion(tag), at: place)
        }
        return .include(procedure: procedure, view: view, indent: tag.indent)
    }
}

// MARK: Sections

extension Binder {
    /// The value that a section refers to. Lists include the scope inside the section.
    private enum Subject {
        case flag(Condition)
        case words(view: Int, Reader<[String]>)
        case texts(view: Int, Reader<[String]>, LexicalScope)
        case views(view: Int, ViewList, LexicalScope)
        /// Invalid for a section.
        case mistaken
    }

    private mutating func bind(_ section: Section, at place: Place) -> Operation? {
        var place = place
        place.isCertain = place.isCertain && section.isClosed
        guard let subject = subject(of: section.opening, at: place) else { return nil }
        let isInverted = section.opening.kind == .inverted
        let isList = section.opening.kind == .list
        switch subject {
        case .words(let view, let read): return .words(view: view, read, bind(section.body, at: place))
        case .flag(let condition):
            let body = bind(section.body, at: place)
            return isInverted ? .unless(condition, body) : .when(condition, body)
        case .texts(let view, let read, let inner):
            let isEmpty: Condition = .flag(view: view) { read($0).isEmpty }
            if isInverted { return .when(isEmpty, bind(section.body, at: place)) }
            let body = bind(section.body, at: place.with(inner))
            return isList
                ? .list([.eachText(view: view, read, [.elementStart] + body)])
                : .eachText(view: view, read, body)
        case .views(let view, let list, let inner):
            let isEmpty: Condition = .flag(view: view, list.isEmpty)
            if isInverted { return .when(isEmpty, bind(section.body, at: place)) }
            let body = bind(section.body, at: place.with(inner))
            return isList
                ? .list([.eachView(view: view, list, [.elementStart] + body)])
                : .eachView(view: view, list, body)
        case .mistaken:
            _ = bind(section.body, at: place)
            return nil
        }
    }

    /// Resolves the value that a section refers to. For an unknown name, the most similar one is used, so that mistakes
    /// inside the section are found, too.
    private mutating func subject(of tag: Tag, at place: Place) -> Subject? {
        if ViewSchema.reservedNames.contains(tag.name) { return position(tag, at: place) }
        if let (view, content) = place.scope.find(tag.name) {
            return subject(of: tag, content, of: view, at: place)
        }
        report(.unknownName(tag, in: place.scope), at: place)
        guard let meant = Suggestion.nearest(to: tag.name, among: place.scope.visibleNames),
            let (view, content) = place.scope.find(meant)
        else { return nil }
        return subject(of: tag, content, of: view, at: place)
    }

    private mutating func position(_ tag: Tag, at place: Place) -> Subject {
        guard tag.kind != .list, tag.kind != .words else {
            report(.nothingToLayOut(tag, content: "a flag"), at: place)
            return .mistaken
        }
        guard let list = place.scope.innermostList else {
            report(.notInList(tag), at: place)
            return .mistaken
        }
        return .flag(tag.name == "isFirst" ? .isFirst(list) : .isLast(list))
    }

    private mutating func subject(
        of tag: Tag,
        _ content: FieldContent,
        of view: Int,
        at place: Place,
    ) -> Subject {
        let scope = place.scope
        switch (tag.kind, content) {
        case (.words, .text(let read)):
            return .words(view: view) {
                read($0).utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
            }
        case (.words, .texts(let read)):
            return .words(view: view) { read($0).filter { !$0.isEmpty } }
        case (.words, _), (.list, .text), (.list, .flag), (.list, .optionalText), (.list, .optionalView):
            report(.nothingToLayOut(tag, content: content.description), at: place)
            return .mistaken
        default: break
        }
        switch content {
        case .text:
            report(.notASection(tag, of: scope.views[view]), at: place)
            return .mistaken
        case .flag(let read): return .flag(.flag(view: view, read))
        case .optionalText(let read):
            return .texts(view: view, read, scope.enteringText(tag.name, of: view))
        case .texts(let read): return .texts(view: view, read, scope.enteringTexts(of: view))
        case .optionalView(let list):
            return .views(view: view, list, scope.entering(schema(of: list.type), isList: false))
        case .views(let list):
            return .views(view: view, list, scope.entering(schema(of: list.type), isList: true))
        }
    }
}
