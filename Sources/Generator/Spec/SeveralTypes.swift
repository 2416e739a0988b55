extension SpecDecoder {
    /// A type that stands beside alternatives is that of each: `{type: integer, oneOf: [{const: 1}, {minimum: 5}]}`.
    mutating func handDownType(of schema: OpenAPI.Schema) {
        guard schema.realTypes.count == 1, schema.realTypes != [.object] else { return }
        for id in schema.composition.oneOf + schema.composition.anyOf {
            guard let alternative = schemas[id], alternative.types.isEmpty, alternative.reference == nil,
                alternative.composition.isEmpty
            else { continue }
            schemas[id]?.types = schema.realTypes
        }
    }

    /// A schema of several types is a choice between schemas of one type each, which say what it says of their type.
    mutating func withAlternativesByType(_ schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID) -> OpenAPI.Schema
    {
        let types = schema.realTypes.filter { schema.values.isEmpty || !schema.values(of: $0).isEmpty }
        let isOpen = schema.reference != nil || !schema.composition.isEmpty || schema.isAnything
        guard !isOpen, types.count > 0, schema.realTypes.count > 1 else { return schema }
        var whole = schema
        guard types.count > 1 else {
            whole.types.removeAll { $0 != types[0] && $0 != .null }
            return whole
        }
        whole.isNullable = schema.isNullable || schema.types.contains(.null)
        whole.keepOnly(of: nil)
        for type in types {
            var alternative = schema
            alternative.keepOnly(of: type)
            alternative.annotations = OpenAPI.Annotations()
            var place = id
            place.type = type
            schemas[place] = alternative
            whole.composition.anyOf.append(place)
        }
        return whole
    }
}

extension OpenAPI.Schema {
    /// The types but null; any integer is a number, too.
    fileprivate var realTypes: [TypeName] {
        types.filter { $0 != .null && !($0 == .integer && types.contains(.number)) }
    }

    /// Whether all that is said is that a value may be of any type.
    fileprivate var isAnything: Bool {
        types.contains(.object) && types.contains(.array) && properties.isEmpty && items == nil
            && values.isEmpty
    }

    fileprivate func values(of type: TypeName) -> [Value] { values.filter { $0.kind.fits(type) } }

    /// Leaves out what speaks of other types than this one; `nil` for what speaks of none.
    fileprivate mutating func keepOnly(of type: TypeName?) {
        types = [type].compactMap(\.self)
        if type != .string { (format, contentEncoding, contentMediaType) = (nil, nil, nil) }
        if type != .object {
            (properties, required, additionalProperties, patternProperties) = ([], [], nil, [])
            (dependencies, forbidden, nameLimits, nameSchema) = ([], [], nil, nil)
            discriminator = nil
        }
        if type != .array { items = nil }
        limits = limits.only(of: type)
        enumeration = type.flatMap { enumeration?.only(of: $0) }
        if let type, let value = constant, value.kind.fits(type) { return }
        constant = nil
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

extension OpenAPI.Limits {
    fileprivate func only(of type: OpenAPI.Schema.TypeName?) -> OpenAPI.Limits {
        var kept = OpenAPI.Limits()
        switch type {
        case .integer, .number:
            (kept.minimum, kept.maximum, kept.multipleOf) = (minimum, maximum, multipleOf)
            (kept.exclusiveMinimum, kept.exclusiveMaximum) = (exclusiveMinimum, exclusiveMaximum)
        case .string: (kept.minLength, kept.maxLength, kept.pattern) = (minLength, maxLength, pattern)
        case .array: (kept.minItems, kept.maxItems, kept.uniqueItems) = (minItems, maxItems, uniqueItems)
        case .object: (kept.minProperties, kept.maxProperties) = (minProperties, maxProperties)
        case .boolean, .null, nil: break
        }
        return kept
    }
}
