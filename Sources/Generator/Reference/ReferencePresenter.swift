import APIGenYAML

/// Chooses what the pages about a client say.
struct ReferencePresenter {
    let api: API
    let names: Names
    let snippets: SnippetPresenter
    private let words: Words

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

    /// The pages of some kinds, in a folder of their own.
    func present(_ kinds: Set<Config.Documentation>) -> [ReferencePage] {
        Config.Documentation.allCases.filter(kinds.contains).flatMap { kind -> [ReferencePage] in
            switch kind {
            case .markdown: markdown
            case .examples: [ReferencePage(path: "examples.json", content: .json(examples))]
            // In a folder of its own, by `CataloguePresenter`.
            case .docc: []
            case .explorer: [ReferencePage(path: "Explorer.html", content: .explorer(explorer))]
            }
        }
    }

    private var markdown: [ReferencePage] {
        let index = index(links(.pages(folder: "Models/")))
        return [
            ReferencePage(path: "README.md", content: .index(index)),
            ReferencePage(path: "llms.txt", content: .languageModels(index)),
            ReferencePage(path: "operations.json", content: .json(operations)),
        ] + api.groups.map(page) + models
    }

    /// The tests that hold the client against its document.
    func presentTests(access: AccessLevel) -> [ReferencePage] {
        let prefix = snippets.runtimePrefix
        let modules = ["APIRuntime", "APIRuntimeTesting"].map { "import \(prefix)\($0)" }
        let service = ContractServiceView(imports: ["import Foundation"] + modules)
        return [ReferencePage(path: "Service.swift", content: .service(service))]
            + api.groups.map { group in
                let view = ContractTestsPresenter(
                    group: group, snippets: snippets, access: access
                ).view
                return ReferencePage(path: "\(view.name)Tests.swift", content: .tests(view))
            }
    }

    func links(_ target: TypeLinks.Target) -> TypeLinks {
        TypeLinks(names: names, types: api.types, target: target)
    }

    private func page(of group: API.Group) -> ReferencePage {
        let view = view(of: group, links: links(.pages(folder: "Models/")))
        return ReferencePage(path: file(of: group), content: .group(view))
    }

    func view(of group: API.Group, links: TypeLinks) -> GroupPageView {
        let sections = group.operations.map { operation in
            OperationSectionPresenter(operation: operation, group: group, snippets: snippets, links: links)
                .view
        }
        let descriptions =
            group.descriptions.compactMap(words.told) + group.externalDocs.compactMap(words.externalDocs)
        return GroupPageView(
            name: names[group.typeName].text,
            description: Array(descriptions.map(ReferenceText.lines).joined(separator: [""])),
            server: (api.servers.first { $0.isDefault } ?? api.servers.first).map { Markdown.code($0.url) },
            links: link(to: group), operations: sections)
    }

    private func file(of group: API.Group) -> String { "\(names[group.typeName].text).md" }

    private func link(to group: API.Group) -> GroupLinkView {
        let links = links(.pages(folder: "Models/"))
        let page = file(of: group)
        return GroupLinkView(
            name: names[group.typeName].text, page: page,
            operations: group.operations.map { operation in
                let section = OperationSectionPresenter(
                    operation: operation, group: group, snippets: snippets, links: links)
                return OperationLinkView(
                    name: names[operation.name].text, page: page, http: section.http.cell,
                    description: ReferenceText.cell(section.summary))
            })
    }

    private var models: [ReferencePage] {
        let links = links(.pages(folder: ""))
        return models(links).map { type, view in
            ReferencePage(path: "Models/\(links.page(of: type))", content: .model(view))
        }
    }

    func models(_ links: TypeLinks) -> [(type: API.TypeDeclaration, view: ModelPageView)] {
        let tree = TypeTree(api.types)
        return declared(in: tree).map { type in
            (type, ModelPagePresenter(type: type, tree: tree, snippets: snippets, links: links).view)
        }
    }

    private func declared(in tree: TypeTree) -> [API.TypeDeclaration] {
        api.types.filter { $0.parent == nil && tree.isWritten($0) }
    }
}

// MARK: - The index

extension ReferencePresenter {
    func index(_ links: TypeLinks) -> IndexView {
        let description =
            words.descriptions(of: api).map { ReferenceText.lines($0) }
            + [words.externalDocs(api.externalDocs).map { ReferenceText.lines($0) }].compactMap(\.self)
        let client = snippets.client
        let models = declared(in: TypeTree(api.types)).map { type in
            RowView(
                links.link(.named(type.id)),
                description: ReferenceText.cell(
                    words.told(type.description ?? type.title)?.firstParagraph))
        }
        return IndexView(
            title: String(ReferenceText.cell(words.title(of: api)).dropLast()),
            summary: words.descriptions(of: api).first.map { ReferenceText.cell($0.firstParagraph) },
            description: Array(description.joined(separator: [""])),
            facts: words.parties(of: api).map {
                FactView(name: $0.label, text: ReferenceText.escaped($0.text))
            } + credentials,
            client: snippets.imports(of: client) + [""] + client,
            servers: servers,
            groups: api.groups.map(link),
            models: models.sorted { $0.name < $1.name },
        )
    }

    private var credentials: [FactView] {
        api.credentials.flatMap(words.secrets).map { secret in
            FactView(
                name: "\(Markdown.code(secret.name)):",
                text: ReferenceText.lines(secret.text).filter { !$0.isEmpty }.joined(separator: " "))
        }
    }

    private var servers: [RowView] {
        api.servers.map { server in
            let variables = server.variables.map { variable in
                "\(Markdown.code(variable.wireName)): \(words.variable(variable))"
            }
            return RowView(
                "`.\(names[server.name].text)`", type: Markdown.code(server.url).cell,
                description: ReferenceText.cell(
                    ([words.told(server.description)].compactMap(\.self) + variables)
                        .joined(separator: "\n\n")),
                notes: server.isDefault ? "the default" : "")
        }
    }
}

// MARK: - The operations as data

extension ReferencePresenter {
    /// The operations, for tools that search.
    private var operations: JSONExample {
        let operations = api.groups.flatMap { group in
            group.operations.map { operation in
                Self.object([
                    ("operationId", operation.id),
                    ("method", operation.verb),
                    ("path", operation.path),
                    (
                        "swift",
                        "client.\(names[group.name].escaped).\(names[operation.name].escaped)"
                    ),
                    ("page", "\(file(of: group))#\(names[operation.name].text)"),
                    ("summary", words.quoted(operation.summary) ?? ""),
                ])
            }
        }
        return .object([
            ("service", .constant(.text(api.service))),
            ("version", .constant(.text(api.about.version))),
            ("operations", .array(operations)),
        ])
    }

    /// An example of the response to each operation, for tests that need a service.
    private var examples: JSONExample {
        let operations = api.groups.flatMap(\.operations).compactMap { operation in
            ResponseExample(to: operation, by: snippets).map { (operation.id, $0.json) }
        }
        return .object([("service", .constant(.text(api.service))), ("operations", .object(operations))])
    }

    private static func object(_ members: [(name: String, text: String)]) -> JSONExample {
        .object(members.filter { !$0.text.isEmpty }.map { ($0.name, .constant(.text($0.text))) })
    }
}

extension ResponseExample {
    fileprivate var json: JSONExample {
        let status = (name: "status", value: JSONExample.constant(.number("\(status)")))
        guard let body else { return .object([status]) }
        return .object([
            status, ("contentType", .constant(.text(body.mediaType))),
            body.member,
        ])
    }
}

extension ResponseExample.Body {
    fileprivate var member: (name: String, value: JSONExample) {
        switch content {
        case .json(let json): ("json", json)
        case .items, .text, .bytes: ("text", .constant(.text(text)))
        }
    }
}
