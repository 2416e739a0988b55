/// Views of pages in Markdown as views of a page in HTML.
struct HTMLPage {
    private let text: HTMLText

    init(anchors: Set<String>) { text = HTMLText(anchors: anchors) }

    func blocks(_ lines: [String]) -> [String] { HTMLBlocks(text: text).html(lines) }

    func index(_ view: IndexView) -> IndexView {
        IndexView(
            title: text.cell(view.title), summary: view.summary.map(text.cell),
            description: blocks(view.description), facts: view.facts.map(fact),
            client: view.client.map(HTMLText.escaped), servers: view.servers.map(row), groups: [], models: [])
    }

    func operation(_ view: OperationSectionView, examples: [CodeView]) -> OperationSectionView {
        OperationSectionView(
            name: HTMLText.escaped(view.name), signature: view.signature.map(HTMLText.escaped),
            summary: view.summary.map(text.cell), description: blocks(view.description),
            http: text.cell(view.http), isDeprecated: view.isDeprecated, access: view.access.map(fact),
            examples: examples.map(code), parameters: view.parameters.map(namedRow),
            body: view.body.map(body), responses: view.responses.map(row), headers: view.headers.map(row),
            answer: view.answer.map(code), result: text.cell(view.result))
    }

    /// A model with an example in JSON. Programs with models are those of the operations.
    func model(_ view: ModelSectionView) -> ModelSectionView {
        ModelSectionView(
            name: HTMLText.escaped(view.name), heading: view.heading, kind: HTMLText.escaped(view.kind),
            description: blocks(view.description), isDeprecated: view.isDeprecated,
            properties: view.properties.map(namedRow), cases: view.cases.map(namedRow),
            examples: view.examples.filter { $0.language == "json" }.map(code))
    }

    private func body(_ view: BodySectionView) -> BodySectionView {
        BodySectionView(
            description: blocks(view.description), contents: view.contents.map(row),
            examples: view.examples.map(code))
    }

    private func code(_ view: CodeView) -> CodeView {
        CodeView(
            title: HTMLText.escaped(view.title), language: view.language,
            lines: view.lines.map(HTMLText.escaped))
    }

    private func fact(_ view: FactView) -> FactView {
        FactView(name: text.cell(view.name), text: text.cell(view.text))
    }

    private func row(_ view: RowView) -> RowView { row(view, name: text.cell(view.name)) }

    /// A row whose name is an identifier.
    private func namedRow(_ view: RowView) -> RowView { row(view, name: HTMLText.escaped(view.name)) }

    private func row(_ view: RowView, name: String) -> RowView {
        RowView(
            name, type: text.cell(view.type), description: text.cell(view.description),
            notes: text.cell(view.notes))
    }
}
