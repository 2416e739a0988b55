/// `allOf` parts that only constrain values, such as `{pattern: "^[a-z]+$"}`, while the schema itself defines the type.
/// A value must match each of them (JSON Schema 2020-12, section 10.2.1.1).
struct Restrictions {
    let graph: SchemaGraph

    /// The parts of a schema that define no type, except that the value is an object, and their own such parts.
    func schemas(of schema: OpenAPI.Schema) -> [OpenAPI.Schema] {
        parts(of: schema).compactMap { graph.schemas[reference(from: $0)] }
            .flatMap { [$0] + schemas(of: $0) }
    }

    /// Whether each part of a schema only restricts its values.
    func areAllParts(of schema: OpenAPI.Schema) -> Bool {
        parts(of: schema).count == schema.composition.allOf.count
    }

    func parts(of schema: OpenAPI.Schema) -> [OpenAPI.Schema.ID] {
        let isObject = schema.types.allSatisfy { $0 == .object || $0 == .null }
        return schema.composition.allOf.filter { id in
            guard let part = graph.schemas[reference(from: id)] else { return false }
            return onlyRestricts(part, depth: 8) && (part.types.isEmpty || isObject)
        }
    }

    private func onlyRestricts(_ part: OpenAPI.Schema, depth: Int) -> Bool {
        guard depth > 0, part.onlyRestrictsApartFromParts else { return false }
        return part.composition.allOf.allSatisfy { id in
            graph.schemas[reference(from: id)].map { onlyRestricts($0, depth: depth - 1) } ?? false
        }
    }

    /// The end of a chain of references.
    private func reference(from id: OpenAPI.Schema.ID) -> OpenAPI.Schema.ID {
        var (current, visited) = (id, Set([id]))
        while let next = graph.schemas[current]?.reference?.target, visited.insert(next).inserted {
            current = next
        }
        return current
    }
}

extension OpenAPI.Schema {
    fileprivate var onlyRestrictsApartFromParts: Bool {
        reference == nil && composition.oneOf.isEmpty && composition.anyOf.isEmpty && discriminator == nil
            && properties.isEmpty && additionalProperties == nil && patternProperties.isEmpty
            && conditional.isEmpty && items == nil && positions.isEmpty && values.isEmpty
            && requiredInRequests.isEmpty && types.allSatisfy { $0 == .object }
    }
}
