import YAML

extension Lowering {
    /// The type of a schema that stands right inside the same type, and says the same: it serves for both.
    func copy(
        of schema: OpenAPI.Schema,
        _ id: OpenAPI.Schema.ID,
        as role: TypeTable.Role,
        in outer: API.TypeID,
    ) -> API.TypeID? {
        guard role == .whole, id.conjunction == 0, let node = schema.node else { return nil }
        return types.drafts.first { draft in
            let isAlike =
                draft.outer == outer && draft.role == role && draft.schema.conjunction == 0
                && draft.schema.type == id.type && draft.schema.scope == id.scope
            guard isAlike, let other = document.schemas[draft.schema], other.annotations.swiftName == nil
            else {
                return false
            }
            return other.node.map { node.says(theSameAs: $0, besides: Self.remarks) } ?? false
        }?.id
    }

    /// Keywords that speak of a use, and not of the type.
    private static let remarks: Set = [
        "title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly",
        "nullable",
    ]
}

extension Node {
    /// Whether two nodes say the same in the same order.
    ///
    /// - Parameter ignored: The keys that do not count in a mapping, but do in those inside it.
    func says(theSameAs other: Node, besides ignored: Set<String> = []) -> Bool {
        guard kind == other.kind else { return false }
        switch kind {
        case .scalar: return text == other.text && scalar == other.scalar
        case .sequence:
            return elements.count == other.elements.count
                && zip(elements, other.elements).allSatisfy { $0.says(theSameAs: $1) }
        case .mapping:
            let (own, others) = (counting(ignored), other.counting(ignored))
            return own.count == others.count
                && zip(own, others).allSatisfy {
                    $0.key.text == $1.key.text && $0.value.says(theSameAs: $1.value)
                }
        }
    }

    private func counting(_ ignored: Set<String>) -> [Node.Entry] {
        entries.filter { entry in entry.key.text.map { !ignored.contains($0) } ?? true }
    }
}
