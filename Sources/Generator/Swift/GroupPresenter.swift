/// Presents a group of operations in Swift.
struct GroupPresenter {
    let group: API.Group
    let api: API
    let source: String
    let names: Names
    let words: Words

    var view: GroupView {
        let operations = group.operations.map {
            OperationPresenter(operation: $0, api: api, names: names, words: words)
        }
        return GroupView(
            source: source,
            clientName: api.clientName,
            name: names[group.name].escaped,
            typeName: names[group.typeName].text,
            doc: doc.lines,
            propertyDoc: doc.lines.flatMap(\.broken),
            usesFoundation: group.operations.contains { $0.usedTypes.contains(where: \.usesFoundation) },
            operations: operations.map(\.view),
            choices: operations.flatMap(\.choices),
        )
    }

    private var doc: DocComment {
        let descriptions = group.descriptions.compactMap(words.told)
        let texts = descriptions.isEmpty ? ["Operations of the service."] : descriptions
        var doc = DocComment(texts.joined(separator: "\n\n"))
        for link in group.links { doc.add(words.link(link)) }
        return doc
    }
}

extension DocLineView {
    /// The line wrapped as in the doc comment of the group's type, which is indented by four columns less than the
    /// property with the same comment.
    fileprivate var broken: [DocLineView] {
        guard block.isProse else { return [self] }
        var lines: [String] = []
        for word in block.text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= 106 {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.map { DocLineView(block: .verbatim($0)) }
    }
}
