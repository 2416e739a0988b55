/// Parts of an `allOf` that only restrict values, such as `{pattern: "^[a-z]+$"}`: what the values are stands beside
/// them, and each of them has to be met by itself (JSON Schema 2020-12, section 10.2.1.1).
extension Lowering {
    /// The parts of a schema that say nothing of the type, but that an object may be meant.
    func restrictions(of schema: OpenAPI.Schema) -> [OpenAPI.Schema] {
        let parts = schema.composition.allOf.compactMap { document.schemas[reference(from: $0)] }
        let isObject = schema.types.allSatisfy { $0 == .object || $0 == .null }
        return parts.filter { $0.onlyRestricts && ($0.types.isEmpty || isObject) }
    }

    /// Where a chain of references ends.
    private func reference(from id: OpenAPI.Schema.ID) -> OpenAPI.Schema.ID {
        var (current, visited) = (id, Set([id]))
        while let next = document.schemas[current]?.reference?.target, visited.insert(next).inserted {
            current = next
        }
        return current
    }
}

extension OpenAPI.Schema {
    fileprivate var onlyRestricts: Bool {
        reference == nil && composition.isEmpty && discriminator == nil && properties.isEmpty
            && additionalProperties == nil && patternProperties.isEmpty && conditional.isEmpty
            && items == nil && positions.isEmpty && values.isEmpty && requiredInRequests.isEmpty
            && types.allSatisfy { $0 == .object } && format == nil && contentMediaType == nil
            && contentEncoding == nil
    }
}
