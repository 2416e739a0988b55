import APIGenSourceText

/// The tags that differ only in spelling: `users` and `Users` are one group of operations.
struct TagGroup {
    let key: String
    let name: API.Name
    let typeName: API.Name
    let protocolName: API.Name?
    let descriptions: [Prose]
    let externalDocs: [OpenAPI.ExternalDocumentation]
}

/// The words for the groups of tags.
private struct TagWords {
    private var words = ExactDictionary<String>()

    init(_ tags: [OpenAPI.Tag]) {
        for tag in tags where words[tag.name] == nil { words[tag.name] = tag.swiftName?.text ?? tag.name }
    }

    subscript(tag: String) -> String { words[tag] ?? tag }

    /// The key of a group: `orders` and `OrdersApi` have the same.
    func key(of tag: String) -> String {
        let key = self[tag].nameKey
        return key.hasSuffix("api") ? String(key.dropLast(3)) : key
    }
}

extension OperationLowering {
    /// The first tags of the operations, in order of appearance.
    var tagsInUse: [OpenAPI.Located<String>] {
        var seen: Set<ExactText> = []
        return builder.document.paths.flatMap(\.operations).map(tag)
            .filter { seen.insert($0.value.exact).inserted }
    }

    /// The first tag of an operation, which determines its group.
    private func tag(of operation: OpenAPI.Operation) -> OpenAPI.Located<String> {
        operation.tags.first ?? OpenAPI.Located(value: "General", range: operation.range)
    }

    /// Creates the groups with their names and the names of their types.
    func makeTagGroups() -> [TagGroup] {
        var seen: Set<String> = []
        noteTags()
        let allWords = TagWords(builder.document.tags)
        let described = Dictionary(grouping: builder.document.tags) { allWords.key(of: $0.name) }
        return tagsInUse.filter { seen.insert(allWords.key(of: $0.value)).inserted }.map { tag in
            let (key, words) = (allWords.key(of: tag.value), API.NameWords(allWords[tag.value]))
            let tags = described[key, default: []]
            for tag in tags {
                note(tag.node, as: .dropped)
                // The name belongs to the documented text.
                if tag.description != nil || tag.externalDocs != nil {
                    note("name", of: tag.node, as: .documentation)
                }
            }
            return TagGroup(
                key: key,
                name: name(.group, words, in: .client, for: tag.value, at: tag.range),
                typeName: name(.groupType, words, in: .module, for: tag.value, at: tag.range),
                protocolName: builder.config.hasProtocols
                    ? name(.groupProtocol, words, in: .module, for: tag.value, at: tag.range) : nil,
                descriptions: tags.compactMap(\.description).withoutDuplicates,
                externalDocs: tags.compactMap(\.externalDocs),
            )
        }
    }

    /// Records a path item as far as it has operations.
    private func note(_ path: OpenAPI.PathItem) {
        for node in path.nodes { note(node, by: "$ref", "parameters", "servers") }
        for parameter in path.parameters { note(parameter.node, as: .unreached) }
        for server in path.servers { note(server.node, as: .unreached) }
    }

    private func noteTags() {
        note(builder.document.node, by: "tags")
        let used = tagsInUse.map(\.value).exact
        for tag in builder.document.tags {
            if tag.swiftName != nil, used.contains(tag.name.exact) {
                note(tag.node, by: "name", "x-swift-name")
            } else {
                note(tag.node, as: .unreached)
            }
        }
    }

    func lowerGroups() -> [API.Group] {
        note(builder.document.node, by: "paths")
        let words = TagWords(builder.document.tags)
        var operations: [String: [API.Operation]] = [:]
        for path in builder.document.paths {
            note(path)
            for operation in path.operations {
                let key = words.key(of: tag(of: operation).value)
                operations[key, default: []] += lowerOperation(operation, at: path)
            }
        }
        return builder.tagGroups.map { group in
            API.Group(
                name: group.name,
                typeName: group.typeName,
                protocolName: group.protocolName,
                descriptions: group.descriptions,
                externalDocs: group.externalDocs,
                operations: operations[group.key] ?? [],
            )
        }
    }
}
