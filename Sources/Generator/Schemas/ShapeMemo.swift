/// Caches the shapes and profiles of schemas. Many depend on those of other schemas, so that computing them again would
/// take time that multiplies with each level of nested unions.
///
/// A class, since caching has no observable effect.
final class ShapeMemo {
    private var known: [OpenAPI.Schema.ID: SchemaShape] = [:]
    private var pending: Set<OpenAPI.Schema.ID> = []
    /// The number of times that a shape was assumed because of a cycle.
    private var guessCount = 0
    private var branches: [OpenAPI.Schema.ID: [OpenAPI.Schema.ID]] = [:]
    private var ends: [OpenAPI.Schema.ID: OpenAPI.Schema.ID] = [:]
    private var heirs: [OpenAPI.Schema.ID: [OpenAPI.Schema.ID]]?
    /// Schemas that are known not to allow null.
    var neverNull: Set<OpenAPI.Schema.ID> = []
    private var profiles: [OpenAPI.Schema.ID: [Profile]] = [:]

    /// The shape of a schema. A schema whose shape depends on itself is assumed to be a union.
    func shape(_ id: OpenAPI.Schema.ID, _ find: () -> SchemaShape) -> SchemaShape {
        if let shape = known[id] { return shape }
        guard pending.insert(id).inserted else {
            guessCount += 1
            return .union
        }
        let shape = find()
        pending.remove(id)
        known[id] = shape
        return shape
    }

    func profiles(_ id: OpenAPI.Schema.ID, _ find: () -> [Profile]) -> [Profile] {
        if let profiles = profiles[id] { return profiles }
        let found = find()
        profiles[id] = found
        return found
    }

    /// The cases of a union. They are not cached if they depend on an assumed shape.
    func branches(
        _ id: OpenAPI.Schema.ID,
        _ find: () -> [OpenAPI.Schema.ID],
    ) -> [OpenAPI.Schema.ID] {
        if let branches = branches[id] { return branches }
        let before = guessCount
        let found = find()
        if pending.isEmpty || guessCount == before { branches[id] = found }
        return found
    }

    /// The schema that a path leads to, cached for all schemas on the path. It is not cached for cycles, whose end
    /// depends on where they are entered, nor if it depends on an assumed shape.
    func end(
        _ id: OpenAPI.Schema.ID,
        _ step: (OpenAPI.Schema.ID) -> OpenAPI.Schema.ID?,
    ) -> OpenAPI.Schema.ID {
        if let end = ends[id] { return end }
        let before = guessCount
        var visited: Set<OpenAPI.Schema.ID> = [id]
        var end = id
        while let next = step(end) {
            if let known = ends[next] {
                end = known
                break
            }
            guard visited.insert(next).inserted else { return end }
            end = next
        }
        if guessCount == before {
            for schema in visited { ends[schema] = end }
        }
        return end
    }

    /// The components that are derived from a schema.
    func heirs(
        _ id: OpenAPI.Schema.ID,
        _ find: () -> [OpenAPI.Schema.ID: [OpenAPI.Schema.ID]],
    ) -> [OpenAPI.Schema.ID] {
        let all = heirs ?? find()
        heirs = all
        return all[id] ?? []
    }
}
