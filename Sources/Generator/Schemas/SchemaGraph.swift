import APIGenSourceText

/// The schemas of a document, with cached answers to questions about them: the targets of references, the shapes, parts
/// and alternatives of schemas.
struct SchemaGraph {
    let components: [OpenAPI.NamedSchema]
    /// The names of the schemas in `components`.
    let componentNames: [OpenAPI.Schema.ID: String]
    let shapes = ShapeMemo()
    private let joins: SchemaJoins

    init(_ schemas: OpenAPI.Schemas, components: [OpenAPI.NamedSchema]) {
        self.components = components
        componentNames = Dictionary(components.map { ($0.schema, $0.name) }) { first, _ in first }
        joins = SchemaJoins(schemas)
    }

    /// The schemas of the document, and those made by joining them.
    var schemas: OpenAPI.Schemas { joins.schemas }

    var conjunctions: Conjunctions { Conjunctions(graph: self) }
    var profiles: Profiles { Profiles(graph: self) }
    var restrictions: Restrictions { Restrictions(graph: self) }
    var values: ListedValues { ListedValues(graph: self) }
    var demands: SchemaDemands { SchemaDemands(graph: self) }

    /// Returns the schema that is an `allOf` of two others.
    func join(_ left: OpenAPI.Schema.ID, _ right: OpenAPI.Schema.ID) -> OpenAPI.Schema.ID {
        joins.join(left, right)
    }
}

/// The schemas of the document, and those made by joining two of them.
///
/// A class, since adding a schema does not change the others.
private final class SchemaJoins {
    private(set) var schemas: OpenAPI.Schemas
    private var joined: [[OpenAPI.Schema.ID]: OpenAPI.Schema.ID] = [:]

    init(_ schemas: OpenAPI.Schemas) { self.schemas = schemas }

    func join(_ left: OpenAPI.Schema.ID, _ right: OpenAPI.Schema.ID) -> OpenAPI.Schema.ID {
        let pair = [left, right]
        if let known = joined[pair] { return known }
        var id = right
        id.conjunction = joined.count + 1
        joined[pair] = id
        schemas[id] = schemas[right].map { last in
            OpenAPI.Schema(range: last.range, composition: OpenAPI.Composition(allOf: pair))
        }
        return id
    }
}
