import APIGenSourceText

/// The limits and rules of schemas: constraints that the client checks, and others that are only documented.
struct SchemaDemands {
    let graph: SchemaGraph

    /// The limits of the schemas on the path from `id` to its resolved schema, and those of its elements.
    private func limits(along id: OpenAPI.Schema.ID, depth: Int = 8) -> [API.Limit] {
        // Limits on property names are omitted: the values are strings, and a schema may describe its own property
        // names.
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
        // The limits on the properties of a record are part of the record itself.
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

    /// The limits of strings that are property names (`propertyNames`) or bodies.
    func textLimits(_ id: OpenAPI.Schema.ID) -> [API.Limit] {
        let listed = graph.profiles.constants(of: id).compactMap {
            if case .text(let text) = $0 { text } else { nil }
        }
        return limits(along: id) + (listed.isEmpty ? [] : [.oneOf(listed)])
    }

    /// The keys that a dictionary must have, and those that it must not have.
    private func memberLimits(of schema: OpenAPI.Schema) -> [API.Limit] {
        let required = schema.required.map(\.value)
        let dependencies = schema.dependencies.map { dependency in
            API.Limit.dependentRequired(dependency.trigger.value, dependency.others.map(\.value))
        }
        return (required.isEmpty ? [] : [.required(required)]) + dependencies
            + (schema.forbidden.isEmpty ? [] : [.absent(schema.forbidden)])
    }

    /// Whether a schema is an object without declared properties that allows additional ones.
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
