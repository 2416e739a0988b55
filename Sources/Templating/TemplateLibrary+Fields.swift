// A description of the views for those who write templates.

extension TemplateLibrary {
    /// The fields of the views that the requested templates are for, and of all views in them: a table in Markdown for
    /// each view, in the order in which they are reached.
    public var fieldTables: String {
        reachableViews.map { table(of: $0) }.joined(separator: "\n")
    }

    private var reachableViews: [ViewSchema] {
        var found: [ViewSchema] = []
        var known: Set<ObjectIdentifier> = []
        var pending = [Common.self] + requestedViews.reversed()
        while let type = pending.popLast() {
            guard known.insert(ObjectIdentifier(type)).inserted else { continue }
            let schema = ViewSchema(type)
            found.append(schema)
            pending += schema.names.reversed().compactMap { schema.fields[$0]?.view }
        }
        return found.filter { !$0.names.isEmpty }
    }

    private func table(of view: ViewSchema) -> String {
        var templates = binder.templates(of: view.type).map { "`\($0).mustache`" }
        if view.type == Common.self { templates = ["all templates"] }
        let users = templates.isEmpty ? [] : ["Of \(templates.joined(separator: ", ")).", ""]
        let rows = view.names.compactMap { name in
            view.fields[name].map { "| `\(name)` | \($0.markdown) |" }
        }
        let lines =
            ["### \(view.typeName)", ""] + users + ["| Field | What it is |", "| --- | --- |"] + rows
        return lines.map { $0 + "\n" }.joined()
    }
}

extension FieldContent {
    fileprivate var view: (any View.Type)? {
        switch self {
        case .optionalView(let list), .views(let list): list.type
        case .text, .flag, .optionalText, .texts: nil
        }
    }

    /// The description, with a link to the view.
    fileprivate var markdown: String {
        guard let view else { return description }
        let name = String(describing: view)
        return "\(description), [\(name)](#\(name.lowercased()))"
    }
}
