import APIGenSourceText

extension SchemaGraph {
    /// The `oneOf` or `anyOf` alternatives of a schema, without null.
    func alternatives(of schema: OpenAPI.Schema) -> [OpenAPI.Schema.ID] {
        [schema.composition.oneOf, schema.composition.anyOf].lazy
            .map { $0.filter { !isNull($0) } }
            .first { !$0.isEmpty && !areOnlyRules($0) } ?? []
    }

    /// Whether alternatives only list required properties, so that they constrain one type instead of declaring
    /// several.
    func areOnlyRules(_ alternatives: [OpenAPI.Schema.ID]) -> Bool {
        let schemas = alternatives.compactMap { self.schemas[$0] }
        return schemas.contains { !$0.required.isEmpty } && schemas.allSatisfy(\.saysOnlyWhatIsRequired)
    }

    /// The cases of a union, with those of anonymous unions nested in it.
    func branches(of id: OpenAPI.Schema.ID) -> [OpenAPI.Schema.ID] {
        shapes.branches(id) { findBranches(of: id) }
    }

    private func findBranches(of id: OpenAPI.Schema.ID) -> [OpenAPI.Schema.ID] {
        guard let schema = schemas[id] else { return [] }
        let alternatives = alternatives(of: schema)
        var ends: Set<OpenAPI.Schema.ID> = []
        let branches = alternatives.isEmpty ? children(of: schema, id) : alternatives.flatMap(spread)
        let distinct = branches.filter { ends.insert(end(of: $0)).inserted }
        let scalars = distinct.map { shape(of: end(of: $0)).scalar }
        // `number` includes all integers.
        guard scalars.contains(.number) else { return distinct }
        return zip(distinct, scalars).filter { $0.1 != .integer }.map(\.0)
    }

    private func spread(_ id: OpenAPI.Schema.ID) -> [OpenAPI.Schema.ID] {
        guard let schema = schemas[id], schema.reference == nil, schema.discriminator == nil,
            case .union = shape(of: id)
        else { return [id] }
        return branches(of: id)
    }

    /// The subtypes of a base schema with a discriminator, which extend it through `allOf`: the schemas of the mapping,
    /// or without one, all components that extend it.
    func children(of schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID) -> [OpenAPI.Schema.ID] {
        guard let discriminator = schema.discriminator else { return [] }
        guard discriminator.mapping.isEmpty else {
            return discriminator.mapping.map(\.schema).filter { $0 != id && ancestors(of: $0).contains(id) }
        }
        return shapes.heirs(id) {
            components.map(\.schema).reduce(into: [:]) { heirs, component in
                for ancestor in ancestors(of: component) where ancestor != component {
                    heirs[ancestor, default: []].append(component)
                }
            }
        }
    }

    /// All schemas that a schema is derived from through references and `allOf`.
    func ancestors(of id: OpenAPI.Schema.ID) -> Set<OpenAPI.Schema.ID> {
        var found: Set<OpenAPI.Schema.ID> = []
        var pending = [id]
        while let next = pending.popLast() {
            guard let schema = schemas[next] else { continue }
            let parents = schema.composition.allOf + (schema.reference.map { [$0.target] } ?? [])
            pending += parents.filter { found.insert($0).inserted }
        }
        return found
    }

    /// The schema that references and compositions of a single schema finally lead to.
    func end(of id: OpenAPI.Schema.ID) -> OpenAPI.Schema.ID {
        shapes.end(id, step)
    }

    /// The schemas on the path from `id` to its resolved schema, both included.
    func path(from id: OpenAPI.Schema.ID) -> [OpenAPI.Schema.ID] {
        var path = [id]
        var visited: Set<OpenAPI.Schema.ID> = []
        while let next = step(from: path[path.count - 1]), next != id, visited.insert(next).inserted {
            path.append(next)
        }
        return path
    }

    /// The schema that a reference or a composition of a single schema leads to.
    func step(from id: OpenAPI.Schema.ID) -> OpenAPI.Schema.ID? {
        switch shape(of: id) {
        case .reference(let reference): reference.target
        case .single(let member): member
        case .scalar, .array, .dictionary, .record, .enumeration, .integerEnumeration, .union: nil
        }
    }
}

extension OpenAPI.Schema {
    fileprivate var saysOnlyWhatIsRequired: Bool {
        reference == nil && properties.isEmpty && additionalProperties == nil && items == nil
            && enumeration == nil && constant == nil && types.allSatisfy { $0 == .object }
            && composition.oneOf.isEmpty && composition.anyOf.isEmpty && composition.allOf.isEmpty
    }
}

extension SchemaShape {
    var isEnumeration: Bool {
        if case .enumeration = self { true } else { false }
    }

    var isIntegerEnumeration: Bool {
        if case .integerEnumeration = self { true } else { false }
    }

    var isRecord: Bool {
        if case .record = self { true } else { false }
    }

    var isUnion: Bool {
        if case .union = self { true } else { false }
    }

    var scalar: API.Scalar? {
        if case .scalar(let scalar) = self { scalar } else { nil }
    }
}
