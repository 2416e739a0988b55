/// Presents a group of operations in Swift.
struct GroupPresenter {
    let group: API.Group
    let api: API
    let names: Names
    let words: Words

    var view: GroupView {
        let operations = group.operations.map {
            OperationPresenter(operation: $0, group: group, api: api, names: names, words: words)
        }
        let views = operations.map(\.view)
        return GroupView(
            clientName: api.clientName,
            name: names[group.name].escaped,
            typeName: names[group.typeName].text,
            doc: doc.lines,
            usesFoundation: group.operations.contains { $0.usedTypes.contains(where: \.usesFoundation) },
            ownModules: group.operations.flatMap { $0.usedTypes + $0.failures.map(\.type) }.ownModules,
            operations: views,
            counterpart: group.protocolName.map {
                GroupProtocolPresenter(operations: views, name: names[$0].text).view
            },
            choices: operations.flatMap(\.choices),
        )
    }

    private var doc: DocComment {
        let descriptions = group.descriptions.compactMap(words.told)
        let texts = descriptions.isEmpty ? ["Operations of the service."] : descriptions
        var doc = DocComment(texts.joined(separator: "\n\n"))
        for docs in group.externalDocs { doc.add(words.externalDocs(docs)) }
        return doc
    }
}
