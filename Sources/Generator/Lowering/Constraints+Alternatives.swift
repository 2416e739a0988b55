import APIGenSourceText
import APIGenYAML

extension ConstraintLowering {
    /// The schemas of an `allOf`.
    mutating func parts(
        _ node: Node, _ schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID, _ mode: Mode,
    ) -> [API.Schema] {
        let shape = graph.shape(of: id)
        return node.elements.map { element in
            let part = OpenAPI.Schema.ID(element.id, scope: id.scope)
            // The type heeds one of several schemas of a property, and one of several parts that are no objects.
                let isTyped = shape.isRecord || shape.isUnion || shape.isSingle(part)
            let isWhole = mode.isWhole || !isTyped || hasRepeatedProperty(part, of: mode.owner)
            return translate(
                element, below: id, Mode(isWhole: isWhole, isPart: true, owner: mode.owner))
        }
    }

    private mutating func hasRepeatedProperty(
        _ part: OpenAPI.Schema.ID, of owner: OpenAPI.Schema.ID,
    ) -> Bool {
        for schema in [part, graph.end(of: part)] {
            for property in graph.schemas[schema]?.properties ?? []
            where members.isRepeated(property.name.value, in: owner) { return true }
        }
        return false
    }

    mutating func alternatives(
        _ keyword: ShapeKeyword, _ node: Node, _ schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID, _ mode: Mode,
    ) -> [(String, API.SchemaValue)] {
        guard !(mode.isPart && hasBranchesOfItsOwn(id, schema)) else { return [] }
        if !mode.isWhole, isToldApart(id, node) { return [] }
        let schemas = node.elements.map { translate($0, below: id, mode.whole(isAlternative: true)) }
        return [(keyword.rawValue, .list(schemas))] + mark(ofUnion: id, mode)
    }

    /// A mark for the alternatives of a union, whose case tells which one is meant.
    func mark(ofUnion id: OpenAPI.Schema.ID, _ mode: Mode) -> [(String, API.SchemaValue)] {
        guard !mode.isWhole, let union = union(of: graph.end(of: id)) else { return [] }
        return [("union", .note(union.isOpen ? "\"open\"" : "\"closed\""))]
    }

    private func union(of id: OpenAPI.Schema.ID) -> API.Union? {
        let types = [TypeTable.Role.whole, .alternatives].compactMap { table.declaration(of: id, as: $0) }
        return types.lazy.compactMap { type in
            if case .union(let union)? = table[type].kind { union } else { nil }
        }.first
    }

    /// Whether the type tells the alternatives apart, and guarantees all that they demand.
    private mutating func isToldApart(_ id: OpenAPI.Schema.ID, _ node: Node) -> Bool {
        let alternatives = node.elements.map { OpenAPI.Schema.ID($0.id, scope: id.scope) }
        let ends = alternatives.filter { !graph.isNull($0) }.map(graph.end)
        if ends.count > 1 {
            guard let union = union(of: id), !union.plan.isTrial else { return false }
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

    /// The schemas of a union by its discriminator, in place of its alternatives. `nil` if there is none.
    mutating func discriminator(
        of schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID, _ mode: Mode,
    ) -> API.SchemaKeyword? {
        guard let discriminator = schema.discriminator, !(mode.isPart && hasBranchesOfItsOwn(id, schema)) else {
            return nil
        }
        var schemas: [(value: String, schema: API.Schema)] = []
        for branch in graph.branches(of: id) {
            for profile in graph.profiles.all(of: branch) {
                for value in graph.profiles.values(of: profile, discriminator) {
                    let target = reference(to: branch, isWhole: mode.isWhole)
                    let schema = API.Schema.keywords([API.SchemaKeyword(name: "$ref", value: .reference(target))])
                    schemas.append((value.plain, schema))
                }
            }
        }
        guard !schemas.isEmpty else { return nil }
        return API.SchemaKeyword(
            name: "discriminator", value: .discriminator(property: discriminator.property.value, schemas))
    }
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
        case .byType(let branches, let otherwise): (branches.map(\.plan) + [otherwise]).contains(where: \.isTrial)
        case .byText(let branches, let otherwise): (branches.map(\.plan) + [otherwise]).contains(where: \.isTrial)
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
