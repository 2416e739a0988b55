/// The shapes and profiles found so far. Many schemas ask for those of others, so that finding them anew would take
/// time that grows with every level of a union in a union.
///
/// A class, because asking for a shape changes nothing that anyone could see.
final class ShapeMemo {
    private var known: [OpenAPI.Schema.ID: SchemaShape] = [:]
    private var pending: Set<OpenAPI.Schema.ID> = []
    private var branches: [OpenAPI.Schema.ID: [OpenAPI.Schema.ID]] = [:]
    /// Schemas of which it is known that they do not take null.
    var neverNull: Set<OpenAPI.Schema.ID> = []
    private var profiles: [OpenAPI.Schema.ID: [Profile]] = [:]

    /// The shape of a schema. What asks for itself holds more than one type: it is a union.
    func shape(_ id: OpenAPI.Schema.ID, _ find: () -> SchemaShape) -> SchemaShape {
        if let shape = known[id] { return shape }
        guard pending.insert(id).inserted else { return .union }
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
        let found = find()
        if pending.isEmpty { branches[id] = found }
        return found
    }
}
