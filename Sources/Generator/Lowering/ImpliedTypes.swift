import SourceText

/// Schemas without a type: JSON Schema lets their keywords hold for values of one type, and allows all others. Most
/// documents mean that type.
extension TypeLowering {
    func noteImpliedType(of id: OpenAPI.Schema.ID) {
        let parts = graph.parts(of: id).compactMap { graph.schemas[$0] }
        guard let schema = graph.schemas[id], parts.allSatisfy({ $0.types.isEmpty && $0.values.isEmpty })
        else { return }
        builder.impliedTypes.append(schema)
    }

    /// Once for a document: there may be thousands of them.
    func reportImpliedTypes() {
        guard let first = builder.impliedTypes.first else { return }
        report(.impliedTypes(first, count: Set(builder.impliedTypes.map(\.range)).count))
    }
}
