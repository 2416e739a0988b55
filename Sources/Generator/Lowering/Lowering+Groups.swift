import SourceText

/// The tags that come to one Swift name, whatever their capitals: `users` and `Users` are one group of operations.
struct TagGroup {
    let key: String
    let name: Identifier
    let typeName: String
    let descriptions: [Prose]
    let links: [OpenAPI.Link]
}

extension OperationLowering {
    /// The first tags of the operations, in order of appearance.
    var tagsInUse: [OpenAPI.Located<String>] {
        var seen: Set<ExactText> = []
        return builder.document.paths.flatMap(\.operations).map(tag)
            .filter { seen.insert($0.value.exact).inserted }
    }

    /// An operation stands in the group of its first tag.
    private func tag(of operation: OpenAPI.Operation) -> OpenAPI.Located<String> {
        operation.tags.first ?? OpenAPI.Located(value: "General", range: operation.range)
    }

    private func word(for tag: String) -> String {
        builder.document.tags.first { $0.name.isExactly(tag) }?.swiftName?.text ?? tag
    }

    private func key(of tag: String) -> String { SwiftNames.group(word(for: tag)).lowercased() }

    /// Gives the groups their names, and their types theirs.
    func makeTagGroups() -> [TagGroup] {
        var seen: Set<String> = []
        return tagsInUse.filter { seen.insert(key(of: $0.value)).inserted }.map { tag in
            let (key, word) = (key(of: tag.value), word(for: tag.value))
            let wanted = SwiftNames.groupMember(word)
            let typeName = groupType(named: word, of: tag)
            builder.clientScope.reserve(typeName)
            let tags = builder.document.tags.filter { self.key(of: $0.name) == key }
            return TagGroup(
                key: key,
                name: self.name(wanted, for: tag.value, at: tag.range, in: \.clientScope),
                typeName: typeName,
                descriptions: tags.compactMap(\.description).withoutDuplicates,
                links: tags.compactMap(\.link),
            )
        }
    }

    /// A group of the module's own name would hide the module.
    private func groupType(named word: String, of tag: OpenAPI.Located<String>) -> String {
        let type = SwiftNames.group(word)
        let wanted = builder.table.topLevel.isTaken(type) ? type.dropLast(3) + "Operations" : type
        return self.name(wanted, for: tag.value, at: tag.range, in: \.table.topLevel).text
    }

    func lowerGroups() -> [API.Group] {
        var operations: [String: [API.Operation]] = [:]
        for path in builder.document.paths {
            for operation in path.operations {
                let key = key(of: tag(of: operation).value)
                operations[key, default: []] += lowerOperation(operation, at: path)
            }
        }
        return builder.tagGroups.map { group in
            API.Group(
                name: group.name,
                typeName: group.typeName,
                descriptions: group.descriptions,
                links: group.links,
                operations: operations[group.key] ?? [],
            )
        }
    }
}
