import APIGenSourceText
import APIGenYAML

extension TypeLowering {
    /// The type of an equal schema nested in the same type, which can be used for both.
    func copy(of schema: OpenAPI.Schema, like likeness: TypeTable.Likeness) -> API.TypeID? {
        guard let node = schema.node else { return nil }
        return builder.table.declarations(like: likeness).first { draft in
            let other = graph.schemas[draft.schema]?.node
            return other.map { node.says(theSameAs: $0, besides: Self.remarks) } ?? false
        }?.id
    }

    /// The key for finding copies of a schema; `nil` for one that always has a type of its own.
    func likeness(
        of schema: OpenAPI.Schema,
        _ id: OpenAPI.Schema.ID,
        as role: TypeTable.Role,
        in outer: API.TypeID?,
    ) -> TypeTable.Likeness? {
        guard role == .whole, id.conjunction == 0, schema.annotations.swiftName == nil, let outer,
            let node = schema.node
        else { return nil }
        var hasher = Hasher()
        node.hash(into: &hasher, besides: Self.remarks)
        return TypeTable.Likeness(outer: outer, type: id.type, scope: id.scope, hash: hasher.finalize())
    }

    /// Keywords that describe a use of a schema rather than its type.
    private static let remarks: Set = [
        "title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly",
        "nullable",
    ]
}

extension Node {
    /// Whether two nodes are equal, including the order of their entries.
    ///
    /// - Parameter ignored: Keys that are ignored in this mapping, but not in nested ones.
    func says(theSameAs other: Node, besides ignored: Set<String> = []) -> Bool {
        guard kind == other.kind else { return false }
        switch kind {
        case .scalar: return text?.exact == other.text?.exact && scalar == other.scalar
        case .sequence:
            return elements.count == other.elements.count
                && zip(elements, other.elements).allSatisfy { $0.says(theSameAs: $1) }
        case .mapping:
            let (own, others) = (counting(ignored), other.counting(ignored))
            return own.count == others.count
                && zip(own, others).allSatisfy {
                    $0.key.text?.exact == $1.key.text?.exact && $0.value.says(theSameAs: $1.value)
                }
        }
    }

    /// Hashes what ``says(theSameAs:besides:)`` compares.
    fileprivate func hash(into hasher: inout Hasher, besides ignored: Set<String> = []) {
        hasher.combine(kind)
        hasher.combine(text?.exact)
        for element in elements { element.hash(into: &hasher) }
        for entry in counting(ignored) {
            hasher.combine(entry.key.text?.exact)
            entry.value.hash(into: &hasher)
        }
    }

    private func counting(_ ignored: Set<String>) -> [Node.Entry] {
        entries.filter { entry in entry.key.text.map { !ignored.contains($0) } ?? true }
    }
}
