/// The declared types of an API by the operations that use them.
struct ModelTopics {
    let api: API
    let names: Names
    let links: SymbolLinks

    /// The topics with all declared types, those of failures apart.
    var views: [TopicView] {
        let tree = TypeTree(api.types)
        let all = api.types.filter { $0.parent == nil && tree.isWritten($0) }
        let failures = Set(operations.flatMap(\.failures).compactMap { top(of: $0.type) })
        let groups = api.groups.map { (group: $0, types: types(of: $0)) }
        let models = all.filter { !failures.contains($0.id) }
        let users = Dictionary(
            models.map { type in (type.id, groups.filter { $0.types.contains(type.id) }.map(\.group)) },
            uniquingKeysWith: { first, _ in first })
        let isSplit = api.groups.count > 1
        let own = groups.map { group, _ in
            let name = names[group.typeName].text
            return topic(
                isSplit ? "Models of \(name)" : "Models",
                models.filter { users[$0.id]?.map(\.name) == [group.name] })
        }
        let others = topic(
            isSplit ? "Models of several" : "Other models", models.filter { users[$0.id]?.count != 1 })
        return (own + [others, topic("Failures", all.filter { failures.contains($0.id) })])
            .filter { !$0.links.isEmpty }
    }

    private var operations: [API.Operation] { api.groups.flatMap(\.operations) }

    private func topic(_ title: String, _ types: [API.TypeDeclaration]) -> TopicView {
        TopicView(
            title: title, links: types.sorted { names[$0.name].text < names[$1.name].text }.map(links.type))
    }

    /// The top-level types that the operations of a group lead to.
    private func types(of group: API.Group) -> Set<API.TypeID> {
        var pending = group.operations.flatMap { operation in
            operation.sentTypes + operation.result.types + operation.failures.map(\.type)
        }.compactMap(\.declaration)
        var (seen, found) = (Set(pending), Set<API.TypeID>())
        while let id = pending.popLast() {
            if let top = top(of: .named(id)) { found.insert(top) }
            for next in api.types[id.index].kind.used.compactMap(\.declaration)
            where seen.insert(next).inserted {
                pending.append(next)
            }
        }
        return found
    }

    private func top(of type: API.TypeReference) -> API.TypeID? {
        var id = type.declaration
        while let inner = id, let parent = api.types[inner.index].parent { id = parent }
        return id
    }
}

extension API.TypeDeclaration.Kind {
    /// The types that the declaration names.
    fileprivate var used: [API.TypeReference] {
        switch self {
        case .record(let record):
            record.properties.map(\.type) + record.unions.map(\.type)
                + [record.additionalProperties?.type].compactMap(\.self)
        case .union(let union): union.cases.map(\.type)
        case .enumeration(let enumeration): enumeration.original.map { [.named($0)] } ?? []
        }
    }
}
