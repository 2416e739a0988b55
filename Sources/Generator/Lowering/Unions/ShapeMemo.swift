/// The shapes found so far. Many schemas ask for the shapes of others, so that finding them anew would take time
/// that grows with every level of a union in a union.
///
/// A class, because asking for a shape changes nothing that anyone could see.
final class ShapeMemo {
    private var known: [OpenAPI.Schema.ID: SchemaShape] = [:]
    private var pending: Set<OpenAPI.Schema.ID> = []

    /// The shape of a schema. What asks for itself holds more than one type: it is a union.
    func shape(_ id: OpenAPI.Schema.ID, _ find: () -> SchemaShape) -> SchemaShape {
        if let shape = known[id] { return shape }
        guard pending.insert(id).inserted else { return .union }
        let shape = find()
        pending.remove(id)
        known[id] = shape
        return shape
    }
}
