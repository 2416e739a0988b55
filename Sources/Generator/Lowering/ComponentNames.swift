import APIGenSourceText

/// Stable names: adding a schema, or a use of one, does not rename types.
extension TypeLowering {
    /// Assigns the names of components before all others.
    func claimComponentNames() {
        var seen: Set<OpenAPI.Schema.ID> = []
        for component in graph.components {
            // An alias of another component has no type of its own, nor has a component that resolves to a schema
            // inside it.
            let end = graph.end(of: component.schema)
            guard ownType(of: component.schema) == nil, ownType(of: end) == nil,
                graph.componentNames[end] == nil || end == component.schema, seen.insert(end).inserted,
                isDeclared(end), let schema = graph.schemas[end]
            else { continue }
            let chosen = schema.annotations.swiftName?.text ?? component.name
            builder.componentTypes[end] = name(
                .component, API.NameWords(chosen), in: .module, for: chosen, at: schema.range)
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

/// The parent types of the schemas nested in the parts of a record.
struct Homes {
    var ofParts: [OpenAPI.Schema.ID: API.TypeID] = [:]
    var ofProperties: [OpenAPI.Schema.ID: API.TypeID] = [:]
}

extension RecordLowering {
    /// Types of schemas inside a component are nested in that component's type, whichever type composed of it comes
    /// first.
    func homes(_ parts: [OpenAPI.Schema.ID], in draft: TypeTable.Draft) -> Homes {
        var homes = Homes()
        let holders = Set(parts.filter(holdsTypes))
        guard !holders.isEmpty else { return homes }
        for component in parts where component != draft.schema {
            guard let name = graph.componentNames[component], builder.componentTypes[component] != nil,
                let schema = graph.schemas[component]
            else { continue }
            let inner = graph.parts(of: component).filter { homes.ofParts[$0] == nil }
            guard inner.contains(where: holders.contains) else { continue }
            let home = lowering.types.declare(
                component, schema, NameHint(words: API.NameWords(name), parent: nil))
            for part in inner {
                homes.ofParts[part] = home
                for property in graph.schemas[part]?.properties ?? [] {
                    homes.ofProperties[property.schema] = home
                }
            }
        }
        return homes
    }

    /// Whether a schema inside this one may need a type of its own.
    private func holdsTypes(_ id: OpenAPI.Schema.ID) -> Bool {
        guard let schema = graph.schemas[id] else { return false }
        if case .schema? = schema.additionalProperties { return true }
        return !graph.alternatives(of: schema).isEmpty
            || schema.properties.contains { isInline(graph.end(of: $0.schema)) }
    }

    private func isInline(_ id: OpenAPI.Schema.ID) -> Bool {
        var current = id
        // Lists that only contain one another have no element type.
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
