import SourceText

/// A value of an enum with what the document says about it.
struct ListedValue {
    let value: OpenAPI.Schema.Value
    let name: OpenAPI.Located<String>?
    let description: String?
}

extension Lowering {
    /// The values that a schema lists, those of its alternatives included, each once and null left out.
    func listedValues(of id: OpenAPI.Schema.ID) -> [ListedValue] {
        guard let schema = document.schemas[id] else { return [] }
        let alternatives = alternatives(of: schema)
        guard schema.values.isEmpty, !alternatives.isEmpty else { return ownValues(of: schema) }
        guard case .enumeration = shape(of: id) else { return [] }
        var texts: Set<String> = []
        return branches(of: id).flatMap { listedValues(of: end(of: $0)) }.filter { listed in
            texts.insert(listed.value.text).inserted
        }
    }

    private func ownValues(of schema: OpenAPI.Schema) -> [ListedValue] {
        let values = schema.values
        let names = schema.enumeration?.names ?? []
        var descriptions: [String?] = schema.enumeration?.descriptions ?? []
        // A schema of one value is a value with documentation of its own.
        if values.count == 1 { descriptions = [schema.annotations.description ?? schema.annotations.title] }
        return values.enumerated().filter { $0.element.kind != .null }.map { index, value in
            ListedValue(
                value: value,
                name: names.count == values.count ? names[index] : nil,
                description: descriptions.count == values.count ? descriptions[index] : nil,
            )
        }
    }
}
