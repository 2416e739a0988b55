import SourceText

/// Schemas without a type: JSON Schema lets their keywords hold for values of one type, and allows all others. Most
/// documents mean that type.
extension Lowering {
    mutating func noteImpliedType(of id: OpenAPI.Schema.ID) {
        let parts = parts(of: id).compactMap { document.schemas[$0] }
        guard let schema = document.schemas[id], parts.allSatisfy({ $0.types.isEmpty && $0.values.isEmpty })
        else { return }
        impliedTypes.append(schema)
    }

    /// Once for a document: there may be thousands of them.
    mutating func reportImpliedTypes() {
        guard let first = impliedTypes.first else { return }
        diagnostics.report(.impliedTypes(first, count: Set(impliedTypes.map(\.range)).count))
    }
}
