import APIGenSourceText

/// An enumeration value with its name and description in the document.
struct ListedValue {
    let value: OpenAPI.Schema.Value
    let name: OpenAPI.Located<String>?
    let description: Prose?
}

/// The enumeration values of schemas.
struct ListedValues {
    let graph: SchemaGraph

    /// The distinct values that a schema and its alternatives list, without null.
    func listed(of id: OpenAPI.Schema.ID) -> [ListedValue] {
        guard let schema = graph.schemas[id] else { return [] }
        let alternatives = graph.alternatives(of: schema)
        if schema.values.isEmpty, graph.conjunctions.parts(of: schema).count > 1 {
            return graph.shape(of: id).isEnumeration ? graph.conjunctions.commonValues(of: schema) : []
        }
        guard schema.values.isEmpty, !alternatives.isEmpty else { return ownValues(of: schema) }
        guard graph.shape(of: id).isEnumeration || graph.shape(of: id).isIntegerEnumeration else { return [] }
        var texts: Set<ExactText> = []
        return graph.branches(of: id).flatMap { listed(of: graph.end(of: $0)) }.filter { listed in
            texts.insert(listed.value.text.exact).inserted
        }
    }

    private func ownValues(of schema: OpenAPI.Schema) -> [ListedValue] {
        let values = schema.values
        var names = schema.enumeration?.names ?? []
        var descriptions: [Prose?] = schema.enumeration?.descriptions ?? []
        // The annotations of a schema with a single value describe that value. The title names it if it is a number.
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

    /// Whether a schema allows only one string or integer, and not null.
    func isConstant(_ id: OpenAPI.Schema.ID) -> Bool {
        let way = graph.path(from: id)
        guard let end = way.last,
            graph.shape(of: end).isEnumeration || graph.shape(of: end).isIntegerEnumeration,
            !way.contains(where: { graph.schemas[$0].map(graph.isNullable) ?? false })
        else { return false }
        return listed(of: end).count == 1
    }

    /// The description of the only value of a schema.
    func descriptionOfConstant(_ id: OpenAPI.Schema.ID) -> Prose? {
        let descriptions = graph.schemas[graph.end(of: id)]?.enumeration?.descriptions ?? []
        return descriptions.count == 1 ? descriptions[0] : nil
    }

    /// The constants to document for a property: none if the cases of its type are exactly these values.
    func untold(_ values: [API.Constant], of id: OpenAPI.Schema.ID) -> [API.Constant] {
        let end = graph.end(of: id)
        let isTold = graph.shape(of: end).isEnumeration || graph.shape(of: end).isIntegerEnumeration
        return isTold && Set(values) == Set(graph.profiles.constants(of: end)) ? [] : values
    }
}
