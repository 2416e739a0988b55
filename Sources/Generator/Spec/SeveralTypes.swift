/// A schema of several types, and the keywords for each of them.
struct SeveralTypes {
    private let schema: OpenAPI.Schema

    init(of schema: OpenAPI.Schema) { self.schema = schema }

    /// The types that the schema lists values for, or all of its types if it lists none.
    var typesWithValues: [OpenAPI.Schema.TypeName] {
        let values = schema.values
        return schema.types.distinct.filter { type in
            values.isEmpty || values.contains { $0.kind.fits(type) }
        }
    }

    /// Whether the schema has a reference or a composition, or allows any JSON, so that it is not split by its types.
    var isOpen: Bool {
        let isAnything =
            schema.types.contains(.object) && schema.types.contains(.array) && schema.properties.isEmpty
            && schema.items == nil && schema.values.isEmpty
        return schema.reference != nil || !schema.composition.isEmpty || isAnything
    }

    /// The schema with only the keywords that apply to `type`; `nil` keeps those that apply to all types.
    func only(of type: OpenAPI.Schema.TypeName?) -> OpenAPI.Schema {
        var kept = schema
        kept.types = [type].compactMap(\.self)
        // Formats of numbers are dropped, as they have no meaning next to another type.
        if type != .string { kept.format = nil }
        if type != .object { kept.discriminator = nil }
        for keyword in ShapeKeyword.allCases where !Keyword.shape(keyword).speaks(of: type) {
            remove(keyword, from: &kept)
        }
        for keyword in LimitKeyword.allCases where !Keyword.limit(keyword).speaks(of: type) {
            kept.limits[keyword] = nil
        }
        kept.enumeration = type.flatMap { schema.enumeration?.only(of: $0) }
        let isOfType = type.map { schema.constant?.kind.fits($0) ?? false } ?? false
        if !isOfType { kept.constant = nil }
        return kept
    }

    private func remove(_ keyword: ShapeKeyword, from schema: inout OpenAPI.Schema) {
        switch keyword {
        case .properties: (schema.properties, schema.forbidden) = ([], [])
        case .patternProperties: schema.patternProperties = []
        case .additionalProperties, .unevaluatedProperties: schema.additionalProperties = nil
        case .propertyNames: schema.names = OpenAPI.PropertyNames()
        case .required: schema.required = []
        case .requiredInRequests: schema.requiredInRequests = []
        case .dependentRequired, .dependencies: schema.dependencies = []
        case .items, .prefixItems, .additionalItems: (schema.items, schema.positions) = (nil, [])
        case .contentEncoding: schema.content.encoding = nil
        case .contentMediaType: schema.content.mediaType = nil
        // These apply to all types.
        case .reference, .dynamicReference, .recursiveReference, .identifier, .anchor, .dynamicAnchor,
            .recursiveAnchor, .innerSchemas, .definitions, .type, .nullable, .enum, .const, .allOf, .oneOf,
            .anyOf, .discriminator, .format:
            break
        }
    }
}

extension [OpenAPI.Schema.TypeName] {
    /// The types without null, and without `integer` if there is `number`, which includes it.
    var distinct: [OpenAPI.Schema.TypeName] {
        filter { $0 != .null && !($0 == .integer && contains(.number)) }
    }
}

extension OpenAPI.Schema.Value.Kind {
    fileprivate func fits(_ type: OpenAPI.Schema.TypeName) -> Bool {
        switch self {
        case .null: false
        case .boolean: type == .boolean
        case .number: type == .number || type == .integer
        case .string: type == .string
        case .collection: type == .object || type == .array
        }
    }
}

extension OpenAPI.Enumeration {
    fileprivate func only(of type: OpenAPI.Schema.TypeName) -> OpenAPI.Enumeration? {
        let kept = values.indices.filter { values[$0].kind.fits(type) }
        guard !kept.isEmpty else { return nil }
        return OpenAPI.Enumeration(
            values: kept.map { values[$0] },
            names: names.count == values.count ? kept.map { names[$0] } : [],
            descriptions: descriptions.count == values.count ? kept.map { descriptions[$0] } : [],
        )
    }
}

extension OpenAPI.Composition {
    var isEmpty: Bool { allOf.isEmpty && oneOf.isEmpty && anyOf.isEmpty }
}

extension Keyword {
    fileprivate func speaks(of type: SchemaType?) -> Bool {
        subjects.map { subjects in type.map(subjects.contains) ?? false } ?? true
    }
}
