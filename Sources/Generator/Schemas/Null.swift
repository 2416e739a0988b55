extension SchemaGraph {
    /// Whether a schema allows only null.
    func isNull(_ id: OpenAPI.Schema.ID) -> Bool {
        var visited: Set<OpenAPI.Schema.ID> = []
        var current = id
        while let schema = schemas[current], visited.insert(current).inserted {
            if let reference = schema.reference {
                current = reference.target
                continue
            }
            let values = schema.values
            return schema.types == [.null] || (!values.isEmpty && values.allSatisfy { $0.kind == .null })
        }
        return false
    }

    /// Whether a schema allows null in addition to other values.
    func isNullable(_ schema: OpenAPI.Schema) -> Bool {
        var visited: Set<OpenAPI.Schema.ID> = []
        var pending = [schema]
        while let next = pending.popLast() {
            if takesNullItself(next) { return true }
            for id in next.composition.oneOf + next.composition.anyOf
            where !shapes.neverNull.contains(id) && visited.insert(id).inserted {
                if isNull(id) || shape(of: end(of: id)).scalar == .json { return true }
                let target = schemas[id]?.reference?.target
                let isNew = target.map { visited.insert($0).inserted } ?? false
                pending += [id, isNew ? target : nil].compactMap { $0.flatMap { schemas[$0] } }
            }
        }
        // If one of the visited schemas allowed null, this schema would, too.
        shapes.neverNull.formUnion(visited)
        return false
    }

    private func takesNullItself(_ schema: OpenAPI.Schema) -> Bool {
        if schema.isNullable || schema.types.contains(.null) { return true }
        if schema.types.isEmpty, schema.values.contains(where: { $0.kind == .null }) { return true }
        // Strictly, all parts would have to allow null, but `nullable` next to a reference is meant for the whole
        // schema.
        let own = schema.composition.allOf.compactMap { schemas[$0] }.filter { $0.reference == nil }
        return own.contains { $0.isNullable || $0.types.contains(.null) }
    }
}
