import SourceText

/// A value of an enum with what the document says about it.
struct ListedValue {
    let value: OpenAPI.Schema.Value
    let name: OpenAPI.Located<String>?
    let description: Prose?
}

extension SchemaGraph {
    /// The values that a schema lists, those of its alternatives included, each once and null left out.
    func listedValues(of id: OpenAPI.Schema.ID) -> [ListedValue] {
        guard let schema = schemas[id] else { return [] }
        let alternatives = alternatives(of: schema)
        if schema.values.isEmpty, schema.composition.allOf.count > 1 {
            return shape(of: id).isEnumeration ? conjunctions.commonValues(of: schema) : []
        }
        guard schema.values.isEmpty, !alternatives.isEmpty else { return ownValues(of: schema) }
        guard shape(of: id).isEnumeration || shape(of: id).isIntegerEnumeration else { return [] }
        var texts: Set<ExactText> = []
        return branches(of: id).flatMap { listedValues(of: end(of: $0)) }.filter { listed in
            texts.insert(listed.value.text.exact).inserted
        }
    }

    private func ownValues(of schema: OpenAPI.Schema) -> [ListedValue] {
        let values = schema.values
        var names = schema.enumeration?.names ?? []
        var descriptions: [Prose?] = schema.enumeration?.descriptions ?? []
        // A schema of one value is a value with documentation of its own, and a number with a name of its own.
        if values.count == 1 {
            let (title, description) = (schema.annotations.title, schema.annotations.description)
            if values[0].kind == .number, let title {
                names = [OpenAPI.Located(value: title.text, range: schema.range)]
                descriptions = [description]
            } else {
                descriptions = [description ?? title]
            }
        }
        return values.enumerated().filter { $0.element.kind != .null }.map { index, value in
            ListedValue(
                value: value,
                name: names.count == values.count ? names[index] : nil,
                description: descriptions.count == values.count ? descriptions[index] : nil,
            )
        }
    }

    /// The values that a property lists, as far as its type does not tell them.
    func untold(_ values: [API.Constant], of id: OpenAPI.Schema.ID) -> [API.Constant] {
        let end = end(of: id)
        let isTold = shape(of: end).isEnumeration || shape(of: end).isIntegerEnumeration
        return isTold && Set(values) == Set(profiles.constants(of: end)) ? [] : values
    }
}
