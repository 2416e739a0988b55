import APIGenSourceText
import APIGenYAML

extension ConstraintLowering {
    mutating func properties(_ node: Node, at place: Place) -> [(name: String, schema: API.Schema)] {
        let isTyped = !place.use.isWhole && unions.isRecord(place.use.owner)
        return node.entries.compactMap { entry in
            guard let name = entry.key.text else { return nil }
            let isWhole = !isTyped || members.isRepeated(name, in: place.use.owner)
            return (name, translate(other: entry.value, below: place.id, isWhole: isWhole))
        }
    }

    mutating func patterns(_ node: Node, at place: Place) -> [(name: String, schema: API.Schema)] {
        let typed = place.use.isWhole ? nil : place.schema.additionalProperties?.schema
        return node.entries.compactMap { entry in
            let isTyped = typed == OpenAPI.Schema.ID(entry.value.id, scope: place.id.scope)
            return entry.key.text.map {
                ($0, translate(other: entry.value, below: place.id, isWhole: !isTyped))
            }
        }
    }

    mutating func furtherProperties(
        _ keyword: ShapeKeyword, _ node: Node, at place: Place,
    ) -> [NamedKeyword] {
        let schema = place.schema
        // It also applies to properties that parts declare.
        let isAlone = schema.composition.isEmpty && schema.reference == nil && schema.conditional.isEmpty
        let isTyped = keyword == .additionalProperties && !place.use.isWhole
        if isTyped, node.scalar == .bool(false), schema.patternProperties.isEmpty,
            unions.isClosed(place.use.owner)
        {
            return []
        }
        let isOfType =
            isTyped && isAlone
            && schema.additionalProperties?.schema == OpenAPI.Schema.ID(node.id, scope: place.id.scope)
        return [(keyword.rawValue, .schema(translate(other: node, below: place.id, isWhole: !isOfType)))]
    }

    mutating func required(_ names: [String], at place: Place) -> [NamedKeyword] {
        let owner = place.use.owner
        let isTyped = !place.use.isWhole && unions.isRecord(owner)
        var (both, sent, received): ([String], [String], [String]) = ([], [], [])
        for name in names {
            switch place.use.isCondition ? nil : members.access(name, in: owner) {
            case .both where isTyped: break
            // After a diagnostic.
            case nil where isTyped && unions.hasFixedMembers(owner): break
            case .both, nil: both.append(name)
            // The type of a value that goes both ways has an optional property, since one way omits it.
            case .writeOnly: sent.append(name)
            case .readOnly: if !isTyped || unions.goesBothWays(owner) { received.append(name) }
            }
        }
        return [("required", both), ("requiredInRequests", sent), ("requiredInResponses", received)]
            .filter { !$0.1.isEmpty }.map { ($0.0, .json($0.1.jsonArray)) }
    }

    /// Without read-only properties, which requests omit.
    mutating func dependentRequired(_ node: Node, at place: Place) -> [NamedKeyword] {
        var entries: [String] = []
        for entry in node.entries where entry.value.kind == .sequence {
            guard let name = entry.key.text else { continue }
            let others = entry.value.elements.compactMap(\.text)
                .filter { members.access($0, in: place.use.owner) != .readOnly }
            entries.append("\(name.json): \(others.jsonArray)")
        }
        return entries.isEmpty ? [] : [("dependentRequired", .json("{\(entries.joined(separator: ", "))}"))]
    }

    /// `dependencies`, up to draft 7, is `dependentRequired` and `dependentSchemas` in one.
    mutating func dependencies(_ node: Node, at place: Place) -> [NamedKeyword] {
        let schemas = schemas(node, at: place)
        return dependentRequired(node, at: place)
            + (schemas.isEmpty ? [] : [("dependentSchemas", .members(schemas))])
    }

    mutating func items(_ keyword: ShapeKeyword, _ node: Node, at place: Place) -> [NamedKeyword] {
        // Up to 2019-09, `items` lists the schemas of a tuple, and `additionalItems` is that of the other items.
        let isTuple = place.schema.node?["items"]?.kind == .sequence
        if keyword == .prefixItems || keyword == .items && isTuple {
            let schemas = node.elements.map { translate(other: $0, below: place.id, isWhole: true) }
            return [("prefixItems", .list(schemas))]
        }
        // The end of a closed array is in `maxItems`.
        guard isTuple || keyword == .items, node.scalar != .bool(false) else { return [] }
        let item = OpenAPI.Schema.ID(node.id, scope: place.id.scope)
        let isTyped = !place.use.isWhole && graph.shape(of: place.id).element == item
        return [("items", .schema(translate(other: node, below: place.id, isWhole: !isTyped)))]
    }
}

extension SchemaShape {
    /// The schema of the items of an array.
    fileprivate var element: OpenAPI.Schema.ID? {
        if case .array(let element) = self { element } else { nil }
    }
}

extension OpenAPI.Schema.AdditionalProperties {
    /// The schema of the values, if there is one.
    fileprivate var schema: OpenAPI.Schema.ID? {
        if case .schema(let id) = self { id } else { nil }
    }
}
