/// The shapes and profiles found so far. Many schemas ask for those of others, so that finding them anew would take
/// time that grows with every level of a union in a union.
///
/// A class, because asking for a shape changes nothing that anyone could see.
final class ShapeMemo {
    private var known: [OpenAPI.Schema.ID: SchemaShape] = [:]
    private var pending: Set<OpenAPI.Schema.ID> = []
    /// How often a shape was only guessed.
    private var guessCount = 0
    private var branches: [OpenAPI.Schema.ID: [OpenAPI.Schema.ID]] = [:]
    private var ends: [OpenAPI.Schema.ID: OpenAPI.Schema.ID] = [:]
    private var heirs: [OpenAPI.Schema.ID: [OpenAPI.Schema.ID]]?
    /// Schemas of which it is known that they do not take null.
    var neverNull: Set<OpenAPI.Schema.ID> = []
    private var profiles: [OpenAPI.Schema.ID: [Profile]] = [:]

    /// The shape of a schema. What asks for itself holds more than one type: it is a union.
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

    /// The alternatives of a union. What was found while a shape is only guessed is found anew.
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

    /// Where a way through schemas ends, which is the end for all on the way. Where a circle closes depends on where it
    /// was entered, so that this is found anew, as is what rests on a shape that is only guessed.
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

    /// By schema, the components that are made of it.
    func heirs(
        _ id: OpenAPI.Schema.ID,
        _ find: () -> [OpenAPI.Schema.ID: [OpenAPI.Schema.ID]],
    ) -> [OpenAPI.Schema.ID] {
        let all = heirs ?? find()
        heirs = all
        return all[id] ?? []
    }
}
