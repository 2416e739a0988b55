import APIGenSourceText
import APIGenYAML

extension ConstraintLowering {
    /// The schemas of an `allOf`.
    mutating func parts(_ node: Node, at place: Place) -> [API.Schema] {
        let shape = graph.shape(of: place.id)
        return node.elements.map { element in
            let part = OpenAPI.Schema.ID(element.id, scope: place.id.scope)
            // The type heeds one of several schemas of a property, and one of several parts that are no objects.
            let isTyped = shape.isRecord || shape.isUnion || shape.isSingle(part)
            let isWhole =
                place.use.isWhole || !isTyped || hasRepeatedProperty(part, in: place.use.owner)
            let use = Use(isWhole: isWhole, isPart: true, owner: place.use.owner)
            return translate(element, below: place.id, for: use)
        }
    }

    private mutating func hasRepeatedProperty(
        _ part: OpenAPI.Schema.ID, in owner: OpenAPI.Schema.ID,
    ) -> Bool {
        let properties = [part, graph.end(of: part)].compactMap { graph.schemas[$0] }.flatMap(\.properties)
        for property in properties where members.isRepeated(property.name.value, in: owner) { return true }
        return false
    }

    mutating func alternatives(
        _ keyword: ShapeKeyword, _ node: Node, at place: Place,
    ) -> [NamedKeyword] {
        guard !(place.use.isPart && unions.hasBranchesOfItself(place.id, place.schema)) else { return [] }
        if !place.use.isWhole, unions.isToldApart(node, at: place) { return [] }
        let ids = node.elements.map { OpenAPI.Schema.ID($0.id, scope: place.id.scope) }
        let areOnlyRules = graph.areOnlyRules(ids)
        let only = place.use.isWhole ? nil : unions.onlyType(ids, of: place.id)
        let schemas = zip(node.elements, ids).map { element, id in
            if id == only { return translate(element, below: place.id, for: Use(isWhole: false, owner: id)) }
            var use = place.use.whole(isAlternative: true)
            use.isCondition = use.isCondition || areOnlyRules
            if graph.schemas[id]?.properties.isEmpty == false { use.owner = id }
            return translate(element, below: place.id, for: use)
        }
        return [(only == nil ? keyword.rawValue : "anyOf", .list(schemas))]
            + mark(ofUnion: place.id, for: place.use)
    }

    /// A mark for the alternatives of a union, whose case tells which one is meant.
    func mark(ofUnion id: OpenAPI.Schema.ID, for use: Use) -> [NamedKeyword] {
        let end = graph.end(of: id)
        if let union = unions.union(of: end) {
            return [("union", .note(union.isOpen ? "\"open\"" : "\"closed\""))]
        }
        // Alternatives that are one type in Swift cannot be told apart by the caller.
        let isScalar = graph.shape(of: end).scalar.map { $0 != .json } ?? false
        return isScalar && !use.isWhole ? [("union", .note("\"closed\""))] : []
    }

    /// The schemas of a union by its discriminator, in place of its alternatives. `nil` if there is none.
    mutating func discriminator(at place: Place) -> API.SchemaKeyword? {
        guard let discriminator = place.schema.discriminator,
            !(place.use.isPart && unions.hasBranchesOfItself(place.id, place.schema))
        else { return nil }
        var schemas: [(value: String, schema: API.Schema)] = []
        for branch in graph.branches(of: place.id) {
            for profile in graph.profiles.all(of: branch) {
                for value in graph.profiles.values(of: profile, discriminator) {
                    schemas.append((value.plain, translate(branch: branch, of: place)))
                }
            }
        }
        guard !schemas.isEmpty else { return nil }
        return API.SchemaKeyword(
            name: "discriminator", value: .discriminator(property: discriminator.property.value, schemas),
            isWhole: place.use.isWhole, nodes: place.schema.node?["discriminator"]?.fields ?? [])
    }
}

extension ConstraintLowering {
    /// An alternative that is only a reference is what it refers to.
    private mutating func translate(branch: OpenAPI.Schema.ID, of place: Place) -> API.Schema {
        let use = Use(isWhole: place.use.isWhole, owner: branch)
        if graph.schemas[branch]?.reference != nil { return translate(branch, for: use) }
        let target = reference(to: branch, named: nil, for: use)
        return .keywords([API.SchemaKeyword(name: "$ref", value: .reference(target))])
    }
}

/// What types say of schemas.
struct ConstraintUnions {
    let graph: SchemaGraph
    let table: TypeTable

    /// Whether a value is of a type with properties.
    func isRecord(_ owner: OpenAPI.Schema.ID) -> Bool {
        let shape = graph.shape(of: graph.end(of: owner))
        return shape.isRecord || shape.isUnion
    }

    /// Whether the type of a value has no property in which callers could set undeclared ones, as those of forms.
    func hasFixedMembers(_ owner: OpenAPI.Schema.ID) -> Bool {
        guard let id = table.declaration(of: graph.end(of: owner), as: .whole),
            case .record(let record)? = table[id].kind
        else { return false }
        return record.additionalProperties == nil && !record.isKeptElsewhere && record.unions.isEmpty
    }

    /// Whether the type of a value has no place for properties that no part declares.
    func isClosed(_ owner: OpenAPI.Schema.ID) -> Bool {
        isRecord(owner)
            && graph.parts(of: owner).allSatisfy { part in
                switch graph.schemas[part]?.additionalProperties {
                case .allowed(false), nil: graph.schemas[part]?.conditional.isEmpty ?? true
                case .allowed(true), .schema: false
                }
            }
    }

    /// The alternative beside null whose type is that of the value.
    func onlyType(_ ids: [OpenAPI.Schema.ID], of id: OpenAPI.Schema.ID) -> OpenAPI.Schema.ID? {
        let others = ids.filter { !graph.isNull($0) }
        return others.count == 1 && graph.shape(of: id).isSingle(others[0]) ? others[0] : nil
    }

    /// Whether values of a schema are both sent and received.
    func goesBothWays(_ owner: OpenAPI.Schema.ID) -> Bool {
        table.declaration(of: graph.end(of: owner), as: .whole).map { table[$0].direction.isBothWays }
            ?? false
    }

    /// Whether alternatives of a schema include the schema itself by `allOf`.
    func hasBranchesOfItself(_ id: OpenAPI.Schema.ID, _ schema: OpenAPI.Schema) -> Bool {
        guard
            schema.discriminator != nil || !schema.composition.oneOf.isEmpty
                || !schema.composition.anyOf.isEmpty
        else { return false }
        return graph.branches(of: id).contains { graph.ancestors(of: $0).contains(id) }
    }

    func union(of id: OpenAPI.Schema.ID) -> API.Union? {
        let types = [TypeTable.Role.whole, .alternatives].compactMap { table.declaration(of: id, as: $0) }
        return types.lazy.compactMap { type in
            if case .union(let union)? = table[type].kind { union } else { nil }
        }.first
    }

    /// Whether the type tells the alternatives apart, and guarantees all that they demand.
    func isToldApart(_ node: Node, at place: ConstraintLowering.Place) -> Bool {
        let alternatives = node.elements.map { OpenAPI.Schema.ID($0.id, scope: place.id.scope) }
        let ends = alternatives.filter { !graph.isNull($0) }.map(graph.end)
        guard !ends.isEmpty else { return false }
        if ends.count > 1 {
            guard let union = union(of: place.id), !union.plan.isTrial else { return false }
        }
        return ends.allSatisfy { alternative in
            switch graph.shape(of: alternative) {
            case .scalar(let scalar): scalar != .json && hasNoLimits(alternative)
            case .enumeration, .integerEnumeration: false
            case .array, .dictionary, .record, .union, .reference, .single: false
            }
        }
    }

    private func hasNoLimits(_ id: OpenAPI.Schema.ID) -> Bool {
        guard let schema = graph.schemas[id] else { return true }
        return graph.demands.limits(of: schema).isEmpty && graph.demands.rules(of: schema).isEmpty
            && schema.values.isEmpty && schema.composition.isEmpty
    }
}

extension Node {
    /// The identities of a discriminator and its fields.
    fileprivate var fields: [Node.ID] { [id] + children.map(\.id) }
}

extension SchemaShape {
    fileprivate func isSingle(_ part: OpenAPI.Schema.ID) -> Bool {
        if case .single(let member) = self { member == part } else { false }
    }
}

extension API.DecodePlan {
    /// Whether alternatives have to be tried.
    fileprivate var isTrial: Bool {
        switch self {
        case .take, .other: false
        case .byType(let branches, let otherwise):
            (branches.map(\.plan) + [otherwise]).contains(where: \.isTrial)
        case .byText(let branches, let otherwise):
            (branches.map(\.plan) + [otherwise]).contains(where: \.isTrial)
        case .byMember(_, let branches, let missing, let otherwise):
            (branches.map(\.plan) + [missing, otherwise].compactMap(\.self)).contains(where: \.isTrial)
        case .fitting: true
        }
    }
}

extension API.Constant {
    /// The text of the value.
    fileprivate var plain: String {
        switch self {
        case .text(let text), .number(let text): text
        case .boolean(let value): "\(value)"
        }
    }
}
