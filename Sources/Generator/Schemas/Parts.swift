extension SchemaGraph {
    /// A schema itself and all that it is made of by allOf, the parts first, as they stand.
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
        // One alternative is none: it has to be met as a part has.
        if alternatives.count == 1 { members += alternatives }
        for member in members where visited.insert(member).inserted {
            addParts(of: member, to: &parts, &visited)
        }
        parts.append(id)
    }

    /// Whether a schema stands for raw bytes: `format: binary` up to 3.0, a text with a `contentMediaType` and no
    /// `contentEncoding` since 3.1.
    func isBinary(_ schema: OpenAPI.Schema.ID) -> Bool {
        if case .scalar(.binary) = shape(of: schema) { true } else { false }
    }
}
