import SourceText

/// The limits and the rules of schemas.
struct SchemaDemands {
    let graph: SchemaGraph

    /// The limits on the way from a schema to what describes its values, and those of what they hold.
    private func limits(along id: OpenAPI.Schema.ID, depth: Int = 8) -> [API.Limit] {
        // Texts have no members, whose names would be limited; and a schema may be that of its own names.
        let own = graph.path(from: id).compactMap { graph.schemas[$0] }.flatMap {
            limits(of: $0, names: { _ in [] })
        }
        switch graph.shape(of: graph.end(of: id)) {
        case .array(let element?) where depth > 0, .dictionary(let element?) where depth > 0:
            let inner = limits(along: element, depth: depth - 1)
            return inner.isEmpty ? own : own + [.elements(inner)]
        case .array, .dictionary, .reference, .single, .scalar, .record, .enumeration, .integerEnumeration,
            .union:
            return own
        }
    }

    func limits(of schema: OpenAPI.Schema) -> [API.Limit] {
        limits(of: schema, names: nameLimits)
    }

    private func limits(of schema: OpenAPI.Schema, names: (OpenAPI.Schema) -> [API.Limit]) -> [API.Limit] {
        // The members of a record are demanded where they are written.
        let isDictionary = isDictionary(schema)
        return ([schema] + graph.restrictions.schemas(of: schema)).flatMap { part in
            lower(part.limits) + names(part) + (isDictionary ? memberLimits(of: part) : [])
        }
    }

    private func nameLimits(of schema: OpenAPI.Schema) -> [API.Limit] {
        let names =
            (schema.names.limits.map { lower($0) } ?? []) + (schema.names.schema.map(textLimits) ?? [])
        return names.isEmpty ? [] : [.names(names)]
    }

    /// The limits of texts: of names of members (`propertyNames`), and of bodies.
    func textLimits(_ id: OpenAPI.Schema.ID) -> [API.Limit] {
        let listed = graph.profiles.constants(of: id).compactMap {
            if case .text(let text) = $0 { text } else { nil }
        }
        return limits(along: id) + (listed.isEmpty ? [] : [.oneOf(listed)])
    }

    /// What a dictionary has to hold, and must not.
    private func memberLimits(of schema: OpenAPI.Schema) -> [API.Limit] {
        let required = schema.required.map(\.value)
        let dependencies = schema.dependencies.map { dependency in
            API.Limit.dependentRequired(dependency.trigger.value, dependency.others.map(\.value))
        }
        return (required.isEmpty ? [] : [.required(required)]) + dependencies
            + (schema.forbidden.isEmpty ? [] : [.absent(schema.forbidden)])
    }

    /// Whether a schema says something of the members of objects, and declares none of them as a property.
    func isDictionary(_ schema: OpenAPI.Schema) -> Bool {
        let composition = schema.composition
        guard schema.reference == nil, schema.types.isEmpty || schema.types.contains(.object),
            schema.properties.isEmpty, schema.conditional.isEmpty,
            composition.oneOf.isEmpty, composition.anyOf.isEmpty,
            graph.restrictions.areAllParts(of: schema)
        else { return false }
        if case .allowed(false)? = schema.additionalProperties { return false }
        return true
    }

    private func lower(_ limits: OpenAPI.Limits) -> [API.Limit] {
        LimitKeyword.allCases.compactMap { keyword in
            limits[keyword].map { .keyword(keyword, $0.value) }
        }
    }
}
