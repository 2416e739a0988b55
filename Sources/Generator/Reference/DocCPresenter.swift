import APIGenYAML

/// Chooses what a catalogue for DocC holds: a landing page, what is added to the pages of groups, and articles about what
/// the API has.
struct CataloguePresenter {
    private let api: API
    private let names: Names
    private let words: Words
    private let snippets: SnippetPresenter

    /// - Parameters:
    ///   - tell: Called with each text of the document that is included in the output.
    ///   - runtimePrefix: What the names of the runtime's modules begin with.
    init(
        _ api: API, identifiers: Identifiers, runtimePrefix: String = "",
        tell: @escaping (Node.ID) -> Void = { _ in },
    ) {
        self.api = api
        names = Names(api, identifiers: identifiers)
        words = Words(api, spelling: { identifiers[$0].text }, tell: tell)
        snippets = SnippetPresenter(api: api, names: names, words: words, runtimePrefix: runtimePrefix)
    }

    /// The folder of the catalogue, beside the code.
    var folder: String { "\(api.service).docc" }

    /// The pages, in a folder of their own.
    func present() -> [ReferencePage] {
        let articles = CatalogueArticles(snippets: snippets).all
        let landing = CatalogueView(
            module: api.service, client: api.clientName, summary: summary, description: description,
            example: snippets.imports(of: snippets.client) + [""] + snippets.client,
            topics: topics(articles.map(\.name)))
        return [page(api.service, .landing(landing))] + api.groups.map(page)
            + articles.map { page($0.name, $0.page) }
    }

    private func page(_ name: String, _ content: CataloguePage) -> ReferencePage {
        ReferencePage(path: "\(name).md", content: .catalogue(content))
    }

    private var links: SymbolLinks { SymbolLinks(snippets: snippets) }

    private var summary: String {
        "A client of \(ReferenceText.cell(words.title(of: api)))"
    }

    private var description: [String] {
        let texts = words.descriptions(of: api) + [words.externalDocs(api.externalDocs)].compactMap(\.self)
        return Array(texts.map(ReferenceText.lines).joined(separator: [""]))
    }

    private func topics(_ articles: [String]) -> [TopicView] {
        let choices = api.groups.flatMap { group in
            group.operations.flatMap {
                ChoicePresenter(operation: $0, names: names, words: words).views.map(\.name)
            }
        }
        let payloads =
            (api.webhooks.isEmpty ? [] : [api.webhooksType])
            + (api.callbacks.isEmpty ? [] : [api.callbacksType])
        let topics = [
            TopicView(title: "Essentials", links: articles.map { "<doc:\($0)>" }),
            TopicView(title: "The client", links: [SymbolLinks.link([api.clientName])]),
            TopicView(title: "Operations", links: api.groups.map(links.group)),
            TopicView(title: "Bodies and results of choice", links: choices.map { SymbolLinks.link([$0]) }),
            TopicView(title: "Requests of the service", links: payloads.map { SymbolLinks.link([$0]) }),
        ]
        return topics.filter { !$0.links.isEmpty }
            + ModelTopics(api: api, names: names, links: links).views
    }

    private func page(of group: API.Group) -> ReferencePage {
        let methods = group.operations.map { operation in
            (
                isDeprecated: operation.isDeprecated,
                links: [
                    links.operation(operation, of: group, isWhole: false),
                    links.pages(of: operation, of: group, isWhole: false),
                ].compactMap(\.self)
            )
        }
        let topics = [("Operations", false), ("Deprecated", true)].map { title, isDeprecated in
            TopicView(
                title: title,
                links: methods.filter { $0.isDeprecated == isDeprecated }.flatMap(\.links))
        }
        let name = names[group.typeName].text
        let view = CatalogueGroupView(
            module: api.service, name: name, topics: topics.filter { !$0.links.isEmpty })
        return page(name, .group(view))
    }
}
