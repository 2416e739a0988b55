/// Links to symbols, as DocC takes them: a name, and the labels of the parameters.
struct SymbolLinks {
    let snippets: SnippetPresenter

    private var names: Names { snippets.names }

    func group(_ group: API.Group) -> String { Self.link([names[group.typeName].text]) }

    func type(_ type: API.TypeDeclaration) -> String { Self.link([names[type.name].text]) }

    /// A type in a cell of a table or a list: a link if the module declares it.
    func type(_ type: API.TypeReference) -> String {
        guard case .named = type else { return Markdown.code(names.type(type)) }
        return Self.link(names.type(type).split(separator: ".").map(String.init))
    }

    /// - Parameter isWhole: Whether the link is valid outside of the page of the group.
    func operation(_ operation: API.Operation, of group: API.Group, isWhole: Bool = true) -> String {
        let view = view(of: operation, in: group)
        return link(to: view.name, with: view.parameters, in: group, isWhole)
    }

    /// The method that returns the pages.
    func pages(of operation: API.Operation, of group: API.Group, isWhole: Bool = true) -> String? {
        view(of: operation, in: group).pages.map {
            link(to: $0.name, with: $0.parameters, in: group, isWhole)
        }
    }

    private func view(of operation: API.Operation, in group: API.Group) -> OperationView {
        OperationPresenter(
            operation: operation, group: group, api: snippets.api, names: names, words: snippets.words
        ).view
    }

    private func link(
        to method: String, with parameters: [String], in group: API.Group, _ isWhole: Bool,
    ) -> String {
        let labels = parameters.map { parameter in
            parameter.prefix { !" :".contains($0) } + ":"
        }
        let symbol = "\(method)(\(labels.joined()))".replacing("`", with: "")
        return Self.link((isWhole ? [names[group.typeName].text] : []) + [symbol])
    }

    static func link(_ path: [String]) -> String { "``\(path.joined(separator: "/"))``" }
}
