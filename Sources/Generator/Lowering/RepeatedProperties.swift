import SourceText

/// A property that several parts of an `allOf` have.
extension Lowering {
    /// Properties, those of one name together, in the order of their first appearance.
    func grouped(_ properties: [OpenAPI.Schema.Property]) -> [[OpenAPI.Schema.Property]] {
        var groups: [[OpenAPI.Schema.Property]] = []
        var indices: [String: Int] = [:]
        for property in properties {
            if let index = indices[property.name.value] {
                if !groups[index].contains(where: { $0.schema == property.schema }) {
                    groups[index].append(property)
                }
            } else {
                indices[property.name.value] = groups.count
                groups.append([property])
            }
        }
        return groups
    }

    /// The one of several declarations that gives the type: it tells most of it, and of equals it is the last, since
    /// what is made of parts narrows them down.
    func leading(_ group: [OpenAPI.Schema.Property]) -> OpenAPI.Schema.Property {
        let ranks = group.map { rank(of: $0.schema, depth: Self.depth) }
        let best = group.indices.reduce(0) { ranks[$1] >= ranks[$0] ? $1 : $0 }
        return group[best]
    }

    /// Adds what the other declarations say, and reports those that say something else.
    mutating func refine(
        _ resolved: inout ResolvedSchema,
        of leading: OpenAPI.Schema.Property,
        by group: [OpenAPI.Schema.Property],
        in owner: API.TypeID,
    ) {
        for other in group where other.schema != leading.schema {
            guard isImplied(other.schema, by: leading.schema, depth: Self.depth) else {
                diagnostics.report(
                    .contradictoryProperties(group[0], other.schema == group[0].schema ? leading : other))
                ledger?.note(other.name.range, .reported)
                continue
            }
            note(other.schema, [.property, .onlyItself], in: owner)
            for schema in path(from: other.schema).compactMap({ document.schemas[$0] }) {
                apply(schema, to: &resolved)
            }
        }
    }

    private static let depth = 4

    /// How much a schema tells of the type of its values.
    private func rank(of id: OpenAPI.Schema.ID, depth: Int) -> Int {
        switch shape(of: end(of: id)) {
        case .scalar(.json), .reference, .single: 0
        case .dictionary(nil), .array(nil), .scalar(.string), .scalar(.number): 1
        case .scalar: 2
        case .array(let element?), .dictionary(let element?):
            depth > 0 ? 2 + rank(of: element, depth: depth - 1) : 2
        case .record, .enumeration, .integerEnumeration, .union: 3
        }
    }

    /// Whether values of one schema can be handed over as values of another without a loss.
    private func isImplied(_ id: OpenAPI.Schema.ID, by other: OpenAPI.Schema.ID, depth: Int) -> Bool {
        let (end, otherEnd) = (end(of: id), end(of: other))
        guard end != otherEnd, depth > 0 else { return true }
        switch (shape(of: end), shape(of: otherEnd)) {
        case (.scalar(.json), _), (.enumeration, .enumeration), (.scalar(.string), .enumeration): return true
        case (.scalar(.string), .scalar(let scalar)):
            return document.schemas[otherEnd]?.types == [.string] && scalar != .json
        case (.scalar(.number), .scalar(.integer)), (.scalar(.number), .integerEnumeration),
            (.scalar(.integer), .integerEnumeration), (.integerEnumeration, .integerEnumeration):
            return true
        case (.scalar(let scalar), .scalar(let otherScalar)): return scalar == otherScalar
        case (.dictionary(nil), .record), (.dictionary(nil), .dictionary), (.array(nil), .array): return true
        case (.dictionary(let element?), .dictionary(let otherElement?)),
            (.array(let element?), .array(let otherElement?)):
            return isImplied(element, by: otherElement, depth: depth - 1)
        default: return ancestors(of: otherEnd).contains(end)
        }
    }
}

// MARK: - Parts that add no type

extension Lowering {
    /// The parts of an allOf that say what a value is, and not only what holds for it. Beside others, `type: object`
    /// alone says nothing.
    func telling(_ parts: [OpenAPI.Schema.ID]) -> [OpenAPI.Schema.ID] {
        guard parts.count > 1 else { return parts }
        let telling = parts.filter { document.schemas[$0]?.tellsNothing != true }
        return telling.isEmpty ? parts : telling
    }

    /// The parts of an allOf beside the one that it comes down to.
    func remarks(of schema: OpenAPI.Schema, beside member: OpenAPI.Schema.ID) -> [OpenAPI.Schema.ID] {
        schema.composition.allOf.contains(member) ? schema.composition.allOf.filter { $0 != member } : []
    }
}

extension OpenAPI.Schema {
    fileprivate var tellsNothing: Bool {
        let hasMembers =
            !properties.isEmpty || !patternProperties.isEmpty || !required.isEmpty
            || additionalProperties != nil || items != nil
        let hasParts = !(composition.allOf + composition.oneOf + composition.anyOf).isEmpty
        return reference == nil && types.allSatisfy { $0 == .object } && values.isEmpty && format == nil
            && !hasMembers && !hasParts
    }
}
