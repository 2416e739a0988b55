extension SchemaGraph {
    /// A schema preceded by all parts that it is composed of through `allOf`, in document order.
    func parts(of id: OpenAPI.Schema.ID) -> [OpenAPI.Schema.ID] {
        var visited: Set<OpenAPI.Schema.ID> = [id]
        var parts: [OpenAPI.Schema.ID] = []
        addParts(of: id, to: &parts, &visited)
        return parts
    }

    private func addParts(
        of id: OpenAPI.Schema.ID,
        to parts: inout [OpenAPI.Schema.ID],
        _ visited: inout Set<OpenAPI.Schema.ID>,
    ) {
        guard let schema = schemas[id] else { return }
        var members = schema.composition.allOf + (schema.reference.map { [$0.target] } ?? [])
        let alternatives = alternatives(of: schema)
        // A single alternative is equivalent to a part of an `allOf`.
        if alternatives.count == 1 { members += alternatives }
        for member in members where visited.insert(member).inserted {
            addParts(of: member, to: &parts, &visited)
        }
        parts.append(id)
    }

    /// Whether a schema represents raw bytes: a string with `format: binary` up to 3.0, and a string with a
    /// `contentMediaType` but no `contentEncoding` since 3.1.
    func isBinary(_ schema: OpenAPI.Schema.ID) -> Bool {
        if case .scalar(.binary) = shape(of: schema) { true } else { false }
    }
}
