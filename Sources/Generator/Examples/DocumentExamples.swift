import APIGenSourceText
import APIGenYAML

/// Reads examples of the document as values of types.
struct DocumentExamples {
    let maker: ExampleMaker

    private var api: API { maker.api }

    /// A value of the document as a value of a type.
    ///
    /// - Returns: `nil` if it does not match the type or its limits.
    func example(_ node: Node, of type: API.TypeReference, by demands: ExampleDemands) -> Example? {
        guard maker.effort.spend() else { return nil }
        switch type {
        case .scalar(.json): return .documented(node.id, .json(JSONExample(node)))
        case .scalar(let scalar):
            guard let constant = API.Constant(node), ExampleCheck.matches(constant, as: scalar, by: demands)
            else {
                return nil
            }
            return .documented(node.id, .scalar(scalar, constant))
        case .nullable(let wrapped):
            return node.isNull ? .null : example(node, of: wrapped, by: demands)
        case .array(let element): return list(node, of: element, by: demands)
        case .dictionary(let element): return dictionary(node, of: element, by: demands)
        // How the type of a user is written in code is not known.
        case .own: return nil
        case .named(let id): return declared(node, of: id, by: demands)
        }
    }

    private func list(_ node: Node, of element: API.TypeReference, by demands: ExampleDemands) -> Example? {
        guard node.kind == .sequence else { return nil }
        var items: [Example] = []
        for node in node.elements {
            guard let item = example(node, of: element, by: demands.ofElements) else { return nil }
            items.append(item)
        }
        guard ExampleCheck.counts(items.count, from: .minItems, to: .maxItems, by: demands),
            !demands.hasUniqueItems || Set(node.elements.map(\.json)).count == items.count
        else { return nil }
        return .list(items)
    }

    private func dictionary(
        _ node: Node, of element: API.TypeReference, by demands: ExampleDemands,
    ) -> Example? {
        guard node.kind == .mapping else { return nil }
        var entries: [(key: String, value: Example)] = []
        for entry in node.entries {
            guard let key = entry.key.text,
                ExampleCheck.matches(.text(key), as: .string, by: demands.ofNames),
                let value = example(entry.value, of: element, by: demands.ofElements)
            else { return nil }
            entries.append((key, value))
        }
        guard ExampleCheck.counts(entries.count, from: .minProperties, to: .maxProperties, by: demands),
            demands.requiredKeys.allSatisfy({ key in entries.contains { $0.key.isExactly(key) } })
        else { return nil }
        return .dictionary(entries)
    }

    private func declared(_ node: Node, of id: API.TypeID, by demands: ExampleDemands) -> Example? {
        switch api.types[id.index].kind {
        case .record(let record):
            guard node.kind == .mapping else { return nil }
            return maker.inside(id).record(record, of: id, from: node, by: demands).map { .record(id, $0) }
        case .enumeration(let enumeration):
            guard let constant = API.Constant(node),
                demands.values.isEmpty || demands.values.contains(constant),
                enumeration.cases.contains(where: { constant.isValue($0.value, of: enumeration) })
            else { return nil }
            return .documented(node.id, .enumeration(id, constant))
        case .union(let union): return self.union(node, of: union, at: id)
        }
    }

    /// The case whose members are those of the node, or else the first one that matches.
    private func union(_ node: Node, of union: API.Union, at id: API.TypeID) -> Example? {
        let inner = DocumentExamples(maker: maker.inside(id))
        let matching = union.cases.enumerated().compactMap { index, value -> (Int, Example, strays: Int)? in
            guard value.isTold(by: node), inner.hasTags(node, of: value.type),
                let example = inner.example(node, of: value.type, by: value.demands)
            else { return nil }
            return (index, example, inner.strays(in: node, of: value.type))
        }
        guard let best = matching.min(by: { $0.strays < $1.strays }) else { return nil }
        return .union(id, case: best.0, best.1)
    }

    /// Whether the constants that tell a record from other cases are those of the node.
    private func hasTags(_ node: Node, of type: API.TypeReference) -> Bool {
        guard case .named(let id) = type, case .record(let record) = api.types[id.index].kind else {
            return true
        }
        return record.properties.allSatisfy { property in
            guard property.isTag, let constant = property.constant, let value = node[property.wireName] else {
                return true
            }
            return API.Constant(value) == constant
        }
    }

    /// The number of members that the type requires and the node lacks, or that only the node has.
    private func strays(in node: Node, of type: API.TypeReference) -> Int {
        guard case .named(let id) = type, case .record(let record) = api.types[id.index].kind else {
            return 0
        }
        let names = record.properties.map(\.wireName).exact
        let unknown = node.entries.count { !names.contains(($0.key.text ?? "").exact) }
        let missing = record.properties.count { maker.isRequired($0) && node[$0.wireName] == nil }
        return unknown + missing * 10
    }
}

extension API.UnionCase {
    /// Whether a node has the property that tells the case.
    fileprivate func isTold(by node: Node) -> Bool {
        guard let tag else { return true }
        guard let value = node[tag.member].flatMap({ API.Constant($0) }) else { return false }
        return value == tag.value || tag.others.contains(value)
    }
}

extension API.Constant {
    fileprivate func isValue(_ text: String, of enumeration: API.Enumeration) -> Bool {
        switch self {
        case .text(let own): !enumeration.isInteger && own.isExactly(text)
        case .number(let own): enumeration.isInteger && own == text
        case .boolean: false
        }
    }
}
