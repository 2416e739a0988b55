import SourceText

/// Names that stay: adding a schema, or a use of one, renames no type.
extension TypeLowering {
    /// Gives the components their names before anything else has one. Of two that would have the same, the one that is
    /// written so in the document keeps it, or else the first by the alphabet: neither their order nor who uses them
    /// matters.
    func claimComponentNames() {
        var seen: Set<OpenAPI.Schema.ID> = []
        let named = graph.components.compactMap { component -> NamedType? in
            // An alias of another component is no type of its own, and a schema that comes down to one inside it is.
            let end = graph.end(of: component.schema)
            guard graph.componentNames[end] == nil || end == component.schema, seen.insert(end).inserted,
                isDeclared(end), let schema = graph.schemas[end]
            else { return nil }
            let chosen = schema.annotations.swiftName?.text ?? component.name
            return NamedType(
                schema: end, source: chosen, name: SwiftNames.moduleType(chosen), range: schema.range)
        }
        for type in named.sorted(by: { $0.precedes($1) }) {
            builder.componentTypes[type.schema] = builder.table.topLevel.claim(
                type.name, for: type.source, at: type.range)
        }
    }

    private func isDeclared(_ id: OpenAPI.Schema.ID) -> Bool {
        switch graph.shape(of: id) {
        case .record, .enumeration, .integerEnumeration, .union: true
        case .reference, .single, .scalar, .array, .dictionary: false
        }
    }

}

// MARK: - Homes

/// The types in which those are nested that stand inside the parts of a record.
struct Homes {
    var ofParts: [OpenAPI.Schema.ID: API.TypeID] = [:]
    var ofProperties: [OpenAPI.Schema.ID: API.TypeID] = [:]
}

extension RecordLowering {
    /// What stands inside a component is nested in that component's type, whichever of the types that are made of it
    /// comes first.
    func homes(_ parts: [OpenAPI.Schema.ID], in draft: TypeTable.Draft) -> Homes {
        var homes = Homes()
        let holders = Set(parts.filter(holdsTypes))
        guard !holders.isEmpty else { return homes }
        for component in parts where component != draft.schema {
            guard let name = builder.componentTypes[component]?.name, let schema = graph.schemas[component]
            else {
                continue
            }
            let inner = graph.parts(of: component).filter { homes.ofParts[$0] == nil }
            guard inner.contains(where: holders.contains) else { continue }
            let home = lowering.types.declare(component, schema, NameHint(word: name, parent: nil))
            for part in inner {
                homes.ofParts[part] = home
                for property in graph.schemas[part]?.properties ?? [] {
                    homes.ofProperties[property.schema] = home
                }
            }
        }
        return homes
    }

    /// Whether something inside a schema may need a type of its own.
    private func holdsTypes(_ id: OpenAPI.Schema.ID) -> Bool {
        guard let schema = graph.schemas[id] else { return false }
        if case .schema? = schema.additionalProperties { return true }
        return !graph.alternatives(of: schema).isEmpty
            || schema.properties.contains { isInline(graph.end(of: $0.schema)) }
    }

    private func isInline(_ id: OpenAPI.Schema.ID) -> Bool {
        var current = id
        // Lists of one another hold nothing in the end.
        var visited: Set<OpenAPI.Schema.ID> = []
        while builder.componentTypes[current] == nil, visited.insert(current).inserted {
            switch graph.shape(of: current) {
            case .array(let items?), .dictionary(let items?): current = graph.end(of: items)
            case .scalar, .array, .dictionary, .reference, .single: return false
            case .record, .enumeration, .integerEnumeration, .union: return true
            }
        }
        return false
    }
}

private struct NamedType {
    let schema: OpenAPI.Schema.ID
    let source: String
    let name: String
    let range: SourceRange

    func precedes(_ other: NamedType) -> Bool {
        let isExact = (source == name, other.source == other.name)
        return isExact.0 == isExact.1 ? source < other.source : isExact.0
    }
}
