/// Presents a declared type, with the types nested in it, on a page.
struct ModelPagePresenter {
    let type: API.TypeDeclaration
    let tree: TypeTree
    let snippets: SnippetPresenter
    let links: TypeLinks

    private var api: API { snippets.api }
    private var names: Names { snippets.names }
    private var words: Words { snippets.words }

    var view: ModelPageView { ModelPageView(sections: sections(of: type, depth: 1)) }

    private func sections(of type: API.TypeDeclaration, depth: Int) -> [ModelSectionView] {
        let nested = tree.nested(in: type).flatMap { sections(of: $0, depth: min(depth + 1, 3)) }
        return (type.direction.isEmpty ? [] : [section(type, depth: depth)]) + nested
    }

    private func section(_ type: API.TypeDeclaration, depth: Int) -> ModelSectionView {
        ModelSectionView(
            name: names.type(.named(type.id)),
            heading: String(repeating: "#", count: depth),
            kind: type.kind.words,
            description: description(of: type),
            isDeprecated: type.isDeprecated,
            properties: properties(of: type),
            cases: cases(of: type),
            examples: examples(of: type),
        )
    }

    private func description(of type: API.TypeDeclaration) -> [String] {
        let texts = [
            words.told(type.description ?? type.title), words.sentence(type.rules),
            words.externalDocs(type.externalDocs),
        ]
        return Array(texts.compactMap(\.self).map(ReferenceText.lines).joined(separator: [""]))
    }

    private func properties(of type: API.TypeDeclaration) -> [RowView] {
        guard case .record(let record) = type.kind else { return [] }
        let own = record.properties.filter { $0.isVisible(in: type.direction) }.map { property in
            RowView(
                names[property.name].text, type: links.link(property.type).cell,
                description: ReferenceText.cell(
                    words.property(property, travelling: type.direction)),
                notes: ReferenceText.cell(notes(on: property, travelling: type.direction)))
        }
        let unions = record.unions.map { union in
            RowView(
                names[union.name].text, type: links.link(union.type).cell,
                description: ReferenceText.cell(words.told(union.description)),
                notes: "required, in the same object")
        }
        let additional = record.additionalProperties.map { additional in
            RowView(
                "additionalProperties", type: links.link(.dictionary(additional.type)).cell,
                description: ReferenceText.cell(words.additional(additional)))
        }
        return own + unions + [additional].compactMap(\.self)
    }

    private func notes(on property: API.Property, travelling direction: API.Direction) -> String {
        let presence =
            property.isRequired
            ? "required" : property.isRequiredInRequests ? "required in requests" : "optional"
        let facts = [
            presence, property.isNullable ? "may be null" : nil,
            property.isReadOnly && direction.contains(.sent) ? "read-only" : nil,
            property.isWriteOnly ? "write-only" : nil, property.isDeprecated ? "deprecated" : nil,
            property.wireName == names[property.name].text
                ? nil : "in JSON \(Markdown.code(property.wireName))",
        ]
        return facts.compactMap(\.self).joined(separator: ", ")
    }

    private func cases(of type: API.TypeDeclaration) -> [RowView] {
        switch type.kind {
        case .record: return []
        case .enumeration(let enumeration):
            return enumeration.cases.map { value in
                RowView(
                    names[value.name].text, type: Markdown.code(value.value).cell,
                    description: ReferenceText.cell(words.told(value.description)))
            }
        case .union(let union):
            return union.cases.map { value in
                RowView(
                    names[value.name].text, type: links.link(value.type).cell,
                    description: ReferenceText.cell(words.unionCase(value)))
            }
        }
    }

    private func examples(of type: API.TypeDeclaration) -> [CodeView] {
        if case .enumeration = type.kind { return [] }
        let direction: API.Direction = type.direction.contains(.received) ? [.received] : [.sent]
        let json = snippets.example(
            of: .named(type.id), by: ExampleDemands(), .complete, travelling: direction
        ).map { example in
            CodeView(title: "In JSON", language: "json", lines: example.json(of: api.types).lines)
        }
        return [json, code(of: type)].compactMap(\.self)
    }

    /// The expression for a value, of types that callers make.
    private func code(of type: API.TypeDeclaration) -> CodeView? {
        guard type.direction.contains(.sent) else { return nil }
        let code = ExampleCode(types: api.types, names: names, words: words)
        return snippets.example(of: .named(type.id), by: ExampleDemands(), .complete).map { example in
            let expression = code.expression(example)
            let start = "let value: \(names.type(.named(type.id))) = "
            return CodeView(
                title: "In Swift", language: "swift",
                lines: SnippetPresenter.statement(start, then: expression))
        }
    }
}

extension API.TypeDeclaration.Kind {
    fileprivate var words: String {
        switch self {
        case .record: "An object."
        case .enumeration: "A value of a list, which may grow."
        case .union(let union): union.isOpen ? "One of several, which may grow in number." : "One of several."
        }
    }
}
