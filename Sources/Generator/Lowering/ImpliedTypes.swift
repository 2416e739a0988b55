import APIGenSourceText

/// Schemas without `type`: in JSON Schema, their keywords apply to values of one type, and all other values are valid.
/// Most documents imply that type.
extension TypeLowering {
    func noteImpliedType(of id: OpenAPI.Schema.ID) {
        let parts = graph.parts(of: id).compactMap { graph.schemas[$0] }
        guard let schema = graph.schemas[id], parts.allSatisfy({ $0.types.isEmpty && $0.values.isEmpty })
        else { return }
        builder.impliedTypes.append(schema)
    }

    /// Reports implied types once for the document, since there may be thousands.
    func reportImpliedTypes() {
        guard let first = builder.impliedTypes.first else { return }
        report(.impliedTypes(first, count: Set(builder.impliedTypes.map(\.range)).count))
    }
}
