import SourceText

/// How deep schemas lead to one another, each reference followed. Objects end the count: what their properties hold is
/// made one type after the other.
///
/// Whoever works on schemas recurses as deep as that, and the stack has an end.
struct SchemaDepth {
    /// Arrays and dictionaries in one another are one type in Swift. Real documents stay below 20.
    static let maximumNesting = 200
    /// References and compositions that lead to one another, one by one.
    static let maximumLength = 3000

    private struct Depth {
        /// How many arrays and dictionaries stand in one another.
        var nesting = 0
        /// How many schemas there are, one below the other.
        var length = 0

        var excess: String? {
            if nesting > maximumNesting {
                return "more than \(maximumNesting) schemas stand in one another here"
            }
            return length > maximumLength
                ? "more than \(maximumLength) schemas lead to one another here" : nil
        }
    }

    private let schemas: OpenAPI.Schemas
    /// That of each schema, itself included; the length is 0 while that is being found out.
    private var depths: [OpenAPI.Schema.ID: Depth] = [:]

    /// The first schema in the order of the document that goes too deep, and in what way.
    static func excess(in schemas: OpenAPI.Schemas) -> (schema: OpenAPI.Schema, reason: String)? {
        var depth = SchemaDepth(schemas: schemas)
        // Where a circle closes depends on where it is entered.
        let ordered = schemas.ids.map { (place: place($0, in: schemas), id: $0) }.sorted {
            $0.place < $1.place
        }
        for (_, id) in ordered { depth.measure(id) }
        for (_, id) in ordered {
            if let reason = depth.depths[id]?.excess, let schema = schemas[id] { return (schema, reason) }
        }
        return nil
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
            guard depths[id]?.length ?? 0 == 0 else {
                open.removeLast()
                continue
            }
            let schema = schemas[id]
            let (held, parts) = (schema?.heldSchemas ?? [], schema?.partSchemas ?? [])
            if depths[id] == nil {
                depths[id] = Depth()
                open += (held + parts).filter { depths[$0] == nil }
            } else {
                // A circle ends where it closes.
                let below = (held + parts).compactMap { depths[$0] }
                let nesting = held.compactMap { depths[$0] }.map { $0.nesting + 1 } + below.map(\.nesting)
                depths[id] = Depth(nesting: nesting.max() ?? 0, length: 1 + (below.map(\.length).max() ?? 0))
                open.removeLast()
            }
        }
    }
}

extension OpenAPI.Schema {
    /// What an array or a dictionary holds.
    fileprivate var heldSchemas: [ID] {
        let held = [items].compactMap(\.self) + patternProperties
        return if case .schema(let values)? = additionalProperties { held + [values] } else { held }
    }

    /// The schemas that it says by what it is.
    fileprivate var partSchemas: [ID] {
        [reference?.target].compactMap(\.self) + composition.allOf + composition.oneOf + composition.anyOf
    }
}
