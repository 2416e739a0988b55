import APIGenSourceText
import APIGenYAML

/// Makes the JSON Schemas that values are checked against. They are those of the document, keyword by keyword, without
/// what the types of values guarantee.
///
/// A schema has two forms: what its type does not guarantee, for values of that type, and the whole schema, for JSON of any
/// kind: below `not`, `if` and the like, and for alternatives, which are told apart by all of their keywords.
struct ConstraintLowering {
    /// A form of a schema.
    struct Form: Hashable {
        let id: OpenAPI.Schema.ID
        let isWhole: Bool
        /// Whether it is the form for schemas that include this one by `allOf`.
        var isPart = false
    }

    /// How a schema is translated.
    struct Mode {
        /// Whether nothing is left out.
        var isWhole: Bool
        /// Whether another schema includes this one, which describes the same value.
        var isPart = false
        /// The schema that describes the value, with all its parts.
        var owner: OpenAPI.Schema.ID
        /// Whether the title names the schema in messages.
        var isAlternative = false

        func whole(isAlternative: Bool = false) -> Mode {
            Mode(isWhole: true, owner: owner, isAlternative: isAlternative)
        }
    }

    let graph: SchemaGraph
    let table: TypeTable
    private(set) var schemas: [(form: Form, name: String?, schema: API.Schema)] = []
    private var places: [Form: API.SchemaID] = [:]
    var members: DeclaredMembers
    private var nextPending = 0

    init(graph: SchemaGraph, table: TypeTable) {
        self.graph = graph
        self.table = table
        members = DeclaredMembers(graph)
    }

    /// The constraints of all declared types, and of parameters and bodies.
    ///
    /// - Parameter uses: The schemas of parameters and bodies, with the words for their places.
    mutating func constraints(of uses: [(id: OpenAPI.Schema.ID, place: String)]) -> API.Constraints {
        let trees = uses.map { use in
            (
                id: use.id, place: use.place,
                schema: translate(other: use.id, isWhole: false)
            )
        }
        for type in table.declarations where !type.direction.isEmpty {
            _ = reference(to: table[type.id].schema, isWhole: false)
        }
        translatePending()
        return ConstraintPruning(schemas, table: table).constraints(uses: trees)
    }

    private mutating func translatePending() {
        while nextPending < schemas.count {
            let form = schemas[nextPending].form
            schemas[nextPending].schema = translate(
                form.id, Mode(isWhole: form.isWhole, isPart: form.isPart, owner: form.id))
            nextPending += 1
        }
    }

    mutating func reference(
        to target: OpenAPI.Schema.ID, named name: String? = nil, isWhole: Bool, isPart: Bool = false,
    ) -> API.SchemaID {
        let schema = graph.schemas[target]
        let differs = schema.map { hasBranchesOfItsOwn(target, $0) || $0.isClosed } ?? false
        let form = Form(id: target, isWhole: isWhole, isPart: isPart && differs)
        if let known = places[form] { return known }
        let id = API.SchemaID(index: schemas.count)
        places[form] = id
        schemas.append((form, graph.componentNames[target] ?? name, .any))
        return id
    }

    /// Whether the alternatives of a schema include the schema itself, by `allOf`.
    func hasBranchesOfItsOwn(_ id: OpenAPI.Schema.ID, _ schema: OpenAPI.Schema) -> Bool {
        guard schema.discriminator != nil || !schema.composition.oneOf.isEmpty || !schema.composition.anyOf.isEmpty
        else { return false }
        return graph.branches(of: id).contains { graph.ancestors(of: $0).contains(id) }
    }
}
