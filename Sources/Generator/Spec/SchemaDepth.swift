import SourceText

/// How deep schemas stand in one another when each reference counts as what it refers to. Objects end the count: what
/// their properties hold is made one type after the other.
///
/// Whoever works on schemas recurses as deep as that, and the stack has an end.
struct SchemaDepth {
    /// Real documents stay below 20.
    static let maximum = 200

    private let schemas: OpenAPI.Schemas
    /// How many schemas there are below each, itself included; 0 while that is being found out.
    private var depths: [OpenAPI.Schema.ID: Int] = [:]

    /// The first schema in the order of the document that goes too deep.
    static func excess(in schemas: OpenAPI.Schemas) -> OpenAPI.Schema? {
        var depth = SchemaDepth(schemas: schemas)
        // Where a circle closes depends on where it is entered.
        let ordered = schemas.ids.map { (place: place($0, in: schemas), id: $0) }.sorted {
            $0.place < $1.place
        }
        for (_, id) in ordered { depth.measure(id) }
        let deep = ordered.first { depth.depths[$0.id, default: 0] > maximum }
        return deep.flatMap { schemas[$0.id] }
    }

    /// What orders schemas as their documents do.
    private static func place(
        _ id: OpenAPI.Schema.ID,
        in schemas: OpenAPI.Schemas,
    ) -> (Int, Int, Int, Int, String) {
        let range = schemas[id]?.range
        let type = id.type?.rawValue ?? ""
        return (range?.file.index ?? 0, range?.line ?? 0, range?.column ?? 0, id.scope, type)
    }

    private init(schemas: OpenAPI.Schemas) {
        self.schemas = schemas
    }

    /// Finds the depth of a schema and of all below it, with a stack of its own.
    private mutating func measure(_ start: OpenAPI.Schema.ID) {
        var open = [start]
        while let id = open.last {
            let below = schemas[id].map(Self.parts) ?? []
            if depths[id] == nil {
                depths[id] = 0
                open += below.filter { depths[$0] == nil }
            } else {
                // A circle ends where it closes.
                if depths[id] == 0 { depths[id] = 1 + (below.compactMap { depths[$0] }.max() ?? 0) }
                open.removeLast()
            }
        }
    }

    /// The schemas that one says what it is with.
    private static func parts(of schema: OpenAPI.Schema) -> [OpenAPI.Schema.ID] {
        var parts = [schema.reference?.target, schema.items].compactMap(\.self)
        if case .schema(let values)? = schema.additionalProperties { parts.append(values) }
        let composition = schema.composition
        return parts + schema.patternProperties + composition.allOf + composition.oneOf + composition.anyOf
    }
}
