import SourceText

/// The schemas of a document, and the answers to what can be asked of them: where references lead, what shape a schema
/// has, what it is made of, which alternatives it offers. Each answer is found once.
struct SchemaGraph {
    let components: [OpenAPI.NamedSchema]
    /// The names of the schemas that stand below `components`.
    let componentNames: [OpenAPI.Schema.ID: String]
    let shapes = ShapeMemo()
    private let joins: SchemaJoins

    init(_ schemas: OpenAPI.Schemas, components: [OpenAPI.NamedSchema]) {
        self.components = components
        componentNames = Dictionary(components.map { ($0.schema, $0.name) }) { first, _ in first }
        joins = SchemaJoins(schemas)
    }

    /// Those of the document, and those that were made of them.
    var schemas: OpenAPI.Schemas { joins.schemas }

    var conjunctions: Conjunctions { Conjunctions(graph: self) }
    var profiles: Profiles { Profiles(graph: self) }
    var restrictions: Restrictions { Restrictions(graph: self) }
    var values: ListedValues { ListedValues(graph: self) }
    var demands: SchemaDemands { SchemaDemands(graph: self) }

    /// A schema that is both of two others, as parts of an `allOf` are.
    func join(_ left: OpenAPI.Schema.ID, _ right: OpenAPI.Schema.ID) -> OpenAPI.Schema.ID {
        joins.join(left, right)
    }
}

/// The schemas that were made of two others.
///
/// A class, because a schema that is added changes no answer about the others.
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
