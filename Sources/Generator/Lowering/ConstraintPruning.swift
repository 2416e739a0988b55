import APIGenSourceText
import APIGenYAML

/// Removes what no value can violate from the schemas that values are checked against.
struct ConstraintPruning {
    typealias Entry = (form: ConstraintForms.Form, name: String?, schema: API.Schema)

    private let entries: [Entry]
    private let table: TypeTable
    /// The schemas that some value violates.
    private let live: Set<API.SchemaID>
    private var constraints = API.Constraints()
    /// The schemas that are used, in the order in which they were reached.
    private var reached: [API.SchemaID: API.SchemaID] = [:]
    private var order: [API.SchemaID] = []

    init(_ entries: [Entry], table: TypeTable) {
        (self.entries, self.table) = (entries, table)
        live = Self.live(entries.map(\.schema))
    }

    /// A schema is live if it demands something itself, or refers to one that is: the least set with this property.
    private static func live(_ schemas: [API.Schema]) -> Set<API.SchemaID> {
        var live: Set<API.SchemaID> = []
        var users: [API.SchemaID: [Int]] = [:]
        for (index, schema) in schemas.enumerated() {
            var targets: Set<API.SchemaID> = []
            schema.addReferences(to: &targets)
            for target in targets { users[target, default: []].append(index) }
        }
        var pending = Array(schemas.indices)
        while let index = pending.popLast() {
            let id = API.SchemaID(index: index)
            guard !live.contains(id), !schemas[index].isVacuous(live) else { continue }
            live.insert(id)
            pending += users[id] ?? []
        }
        return live
    }

    /// - Parameter checks: The schemas of parameters and bodies, with the words for their places.
    func constraints(_ checks: [(place: String, schema: API.Schema)]) -> API.Constraints {
        var pruning = self
        pruning.addTypes()
        let named = pruning.addChecks(checks)
        pruning.addReached()
        for (id, place, schema) in named {
            pruning.constraints.checks[id] = .schema(
                API.SchemaID(index: pruning.constraints.schemas.count))
            pruning.constraints.schemas.append(
                API.NamedSchema(type: nil, name: place, form: .typed, schema: schema))
        }
        return pruning.constraints
    }

    private mutating func addTypes() {
        let places = entries.indices.filter { entries[$0].form.kind == .typed }
        let ofTypes = Dictionary(places.map { (entries[$0].form.id, API.SchemaID(index: $0)) }) { first, _ in
            first
        }
        for type in table.declarations where !type.direction.isEmpty {
            guard let id = ofTypes[table[type.id].schema], live.contains(id) else { continue }
            constraints.types[type.id] = reach(id)
        }
    }

    /// - Returns: The schemas of parameters and bodies that are more than limits or a reference.
    private mutating func addChecks(
        _ checks: [(place: String, schema: API.Schema)],
    ) -> [(id: API.CheckedID, place: String, schema: API.Schema)] {
        var named: [(id: API.CheckedID, place: String, schema: API.Schema)] = []
        for (index, check) in checks.enumerated() where !check.schema.isVacuous(live) {
            let (id, schema) = (API.CheckedID(index: index), lowered(check.schema.pruned(live)))
            if let limits = schema.limits {
                constraints.checks[id] = .limits(limits)
            } else if let reference = schema.onlyReference {
                constraints.checks[id] = .schema(reference)
            } else {
                named.append((id, check.place, schema))
            }
        }
        return named
    }

    /// Adds the schemas that were reached, and those that these refer to.
    private mutating func addReached() {
        var next = 0
        while next < order.count {
            let (form, name, schema) = entries[order[next].index]
            let type = form.kind == .typed ? table.declaration(of: form.id, as: .whole) : nil
            let isWhole = form.kind == .whole || form.kind == .wholePart
            let pruned = isWhole ? schema : schema.pruned(live)
            constraints.schemas.append(
                API.NamedSchema(type: type, name: name, form: form.kind, schema: lowered(pruned)))
            next += 1
        }
    }

    private mutating func lowered(_ schema: API.Schema) -> API.Schema {
        schema.addNodes(to: &constraints.nodes)
        return schema.mapReferences { reach($0) }
    }

    private mutating func reach(_ id: API.SchemaID) -> API.SchemaID {
        if let known = reached[id] { return known }
        let new = API.SchemaID(index: order.count)
        reached[id] = new
        order.append(id)
        return new
    }
}

extension API.Schema {
    /// Whether every value is valid, if schemas other than the live ones demand nothing.
    func isVacuous(_ live: Set<API.SchemaID>) -> Bool {
        switch self {
        case .any: true
        case .never: false
        case .keywords(let keywords): keywords.allSatisfy { $0.isVacuous(live) }
        }
    }

    fileprivate func pruned(_ live: Set<API.SchemaID>) -> API.Schema {
        guard case .keywords(let keywords) = self else { return self }
        let demanding = Set(keywords.filter { $0.isWhole || !$0.isVacuous(live) }.map(\.name))
        guard !demanding.isEmpty else { return .any }
        // What is declared tells what the others are.
        let areOthersChecked = demanding.contains("additionalProperties")
        var kept = demanding.union(["if", "title", "writeOnly", "format", "union"])
        if areOthersChecked { kept.formUnion(["properties", "patternProperties"]) }
        if demanding.contains("items") { kept.insert("prefixItems") }
        return .keywords(
            keywords.filter { kept.contains($0.name) }
                .map { $0.isWhole ? $0 : $0.pruned(live, keepsNames: areOthersChecked) })
    }

    fileprivate func addReferences(to targets: inout Set<API.SchemaID>) {
        for keyword in keywords {
            if case .reference(let id) = keyword.value { targets.insert(id) }
            for schema in keyword.value.schemas { schema.addReferences(to: &targets) }
        }
    }

    fileprivate func addNodes(to nodes: inout [Node.ID]) {
        for keyword in keywords {
            nodes += keyword.nodes
            for schema in keyword.value.schemas { schema.addNodes(to: &nodes) }
        }
    }

    fileprivate func mapReferences(_ transform: (API.SchemaID) -> API.SchemaID) -> API.Schema {
        guard case .keywords(let keywords) = self else { return self }
        return .keywords(
            keywords.map { keyword in
                var mapped = keyword
                switch keyword.value {
                case .limit, .json, .note: break
                case .reference(let id): mapped.value = .reference(transform(id))
                case .schema(let schema): mapped.value = .schema(schema.mapReferences(transform))
                case .list(let schemas): mapped.value = .list(schemas.map { $0.mapReferences(transform) })
                case .members(let members):
                    mapped.value = .members(members.map { ($0.name, $0.schema.mapReferences(transform)) })
                case .discriminator(let property, let schemas):
                    mapped.value = .discriminator(
                        property: property, schemas.map { ($0.value, $0.schema.mapReferences(transform)) })
                }
                return mapped
            })
    }
}

extension API.SchemaValue {
    /// The schemas in the value.
    fileprivate var schemas: [API.Schema] {
        switch self {
        case .limit, .json, .note, .reference: []
        case .schema(let schema): [schema]
        case .list(let schemas): schemas
        case .members(let members): members.map(\.schema)
        case .discriminator(_, let schemas): schemas.map(\.schema)
        }
    }
}

extension API.SchemaKeyword {
    fileprivate func isVacuous(_ live: Set<API.SchemaID>) -> Bool {
        switch value {
        // A secret is not shown, whatever else of the schema it violates.
        case .note: !isSecrecy
        case .limit, .json: false
        case .reference(let id): !live.contains(id)
        // `if` demands nothing by itself; `not` and `contains` always do.
        case .schema(let schema):
            name == "if" || !["not", "contains"].contains(name) && schema.isVacuous(live)
        case .list(let schemas):
            switch name {
            case "oneOf": schemas.count == 1 && schemas[0].isVacuous(live)
            case "anyOf": schemas.contains { $0.isVacuous(live) }
            default: schemas.allSatisfy { $0.isVacuous(live) }
            }
        case .members(let members): members.allSatisfy { $0.schema.isVacuous(live) }
        case .discriminator(_, let schemas): schemas.allSatisfy { $0.schema.isVacuous(live) }
        }
    }

    fileprivate func pruned(_ live: Set<API.SchemaID>, keepsNames: Bool) -> API.SchemaKeyword {
        var pruned = self
        switch value {
        case .limit, .json, .note, .reference: break
        case .schema(let schema): pruned.value = .schema(schema.pruned(live))
        case .list(let schemas):
            let all = schemas.map { $0.pruned(live) }
            pruned.value = .list(name == "allOf" ? all.filter { !$0.isVacuous(live) } : all)
        case .members(let members):
            let all = members.map { (name: $0.name, schema: $0.schema.pruned(live)) }
            pruned.value = .members(keepsNames ? all : all.filter { !$0.schema.isVacuous(live) })
        case .discriminator(let property, let schemas):
            pruned.value = .discriminator(
                property: property, schemas.map { ($0.value, $0.schema.pruned(live)) })
        }
        return pruned
    }
}
