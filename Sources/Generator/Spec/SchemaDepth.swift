import APIGenSourceText

/// The length of chains of schemas, with references resolved. The properties of objects end a chain, since types are
/// made for them one by one.
///
/// Code that works on schemas recurses along these chains, and the size of the stack is limited.
struct SchemaDepth {
    /// The limit for nested arrays and dictionaries, which become one Swift type. Real documents stay below 20.
    static let maximumNesting = 200
    /// The limit for chains of references and compositions.
    static let maximumLength = 3000

    private struct Depth {
        /// The number of arrays and dictionaries nested in one another.
        var nesting = 0
        /// The number of schemas in the longest chain.
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
    /// The depth of each schema, which is included in the length; the length is 0 while it is being computed.
    private var depths: [OpenAPI.Schema.ID: Depth] = [:]

    /// The first schema in document order that exceeds a limit, with the reason.
    static func excess(in schemas: OpenAPI.Schemas) -> (schema: OpenAPI.Schema, reason: String)? {
        var depth = SchemaDepth(schemas: schemas)
        // In document order, since the depths of the schemas in a cycle depend on the one that is visited first.
        let ordered = schemas.ids.map { (place: place($0, in: schemas), id: $0) }.sorted {
            $0.place < $1.place
        }
        for (_, id) in ordered { depth.measure(id) }
        for (_, id) in ordered {
            if let reason = depth.depths[id]?.excess, let schema = schemas[id] { return (schema, reason) }
        }
        return nil
    }

    /// The sort key for document order.
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

    /// Computes the depth of a schema and its descendants, iteratively.
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
                // A cycle ends at a schema whose depth is being computed.
                let below = (held + parts).compactMap { depths[$0] }
                let nesting = held.compactMap { depths[$0] }.map { $0.nesting + 1 } + below.map(\.nesting)
                depths[id] = Depth(nesting: nesting.max() ?? 0, length: 1 + (below.map(\.length).max() ?? 0))
                open.removeLast()
            }
        }
    }
}

extension OpenAPI.Schema {
    /// The schemas of the elements of an array or the values of a dictionary.
    fileprivate var heldSchemas: [ID] {
        let held = [items].compactMap(\.self) + patternProperties
        return if case .schema(let values)? = additionalProperties { held + [values] } else { held }
    }

    /// The subschemas that define the schema's own value.
    fileprivate var partSchemas: [ID] {
        [reference?.target].compactMap(\.self) + composition.allOf + composition.oneOf + composition.anyOf
    }
}
