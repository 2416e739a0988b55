import APIGenSourceText
import APIGenYAML

extension ConstraintLowering {
    mutating func properties(
        _ node: Node, _ id: OpenAPI.Schema.ID, _ mode: Mode,
    ) -> [(name: String, schema: API.Schema)] {
        let isTyped = isRecord(mode.owner)
        return node.entries.compactMap { entry in
            guard let name = entry.key.text else { return nil }
            let isWhole = mode.isWhole || !isTyped || members.isRepeated(name, in: mode.owner)
            return (name, translate(other: entry.value, below: id, isWhole: isWhole))
        }
    }

    mutating func furtherProperties(
        _ keyword: ShapeKeyword, _ node: Node, _ schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID, _ mode: Mode,
    ) -> [(String, API.SchemaValue)] {
        let name = keyword.rawValue
        guard keyword == .patternProperties else {
            if node.scalar == .bool(false), isClosedByType(keyword, schema, id, mode) { return [] }
            let isTyped = schema.additionalProperties?.schema == OpenAPI.Schema.ID(node.id, scope: id.scope)
            // It also applies to properties that parts declare.
            let isWhole =
                mode.isWhole || !isTyped || keyword == .propertyNames || !schema.composition.isEmpty
                || schema.reference != nil || !schema.conditional.isEmpty
            return [(name, .schema(translate(other: node, below: id, isWhole: isWhole)))]
        }
        let schemas: [(name: String, schema: API.Schema)] = node.entries.compactMap { entry in
            let isTyped =
                schema.additionalProperties?.schema == OpenAPI.Schema.ID(entry.value.id, scope: id.scope)
            return entry.key.text.map {
                ($0, translate(other: entry.value, below: id, isWhole: mode.isWhole || !isTyped))
            }
        }
        return [(name, .members(schemas))]
    }

    /// Whether the type has no place for additional properties.
    private func isClosedByType(
        _ keyword: ShapeKeyword, _ schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID, _ mode: Mode,
    ) -> Bool {
        keyword == .additionalProperties && !mode.isWhole && !mode.isPart && schema.patternProperties.isEmpty
            && schema.conditional.isEmpty && schema.composition.isEmpty && schema.reference == nil
            && isRecord(mode.owner)
    }

    /// Whether the value is of a type with properties.
    private func isRecord(_ owner: OpenAPI.Schema.ID) -> Bool {
        let shape = graph.shape(of: graph.end(of: owner))
        return shape.isRecord || shape.isUnion
    }

    mutating func required(_ names: [String], _ mode: Mode) -> [(String, API.SchemaValue)] {
        let isTyped = !mode.isWhole && isRecord(mode.owner)
        var (both, sent, received): ([String], [String], [String]) = ([], [], [])
        for name in names {
            switch members.access(name, in: mode.owner) {
            case .both where isTyped && members.isDeclared(name, in: mode.owner): break
            case .both: both.append(name)
            // A write-only property is optional in its type, as responses omit it.
            case .writeOnly: sent.append(name)
            case .readOnly: if !isTyped { received.append(name) }
            }
        }
        return [("required", both), ("requiredInRequests", sent), ("requiredInResponses", received)]
            .filter { !$0.1.isEmpty }.map { ($0.0, .json(list($0.1))) }
    }

    /// Without read-only properties, which requests omit.
    mutating func dependentRequired(_ node: Node, _ mode: Mode) -> [(String, API.SchemaValue)] {
        var entries: [String] = []
        for entry in node.entries where entry.value.kind == .sequence {
            guard let name = entry.key.text else { continue }
            let others = entry.value.elements.compactMap(\.text)
                .filter { members.access($0, in: mode.owner) != .readOnly }
            entries.append("\(name.json): \(list(others))")
        }
        return entries.isEmpty ? [] : [("dependentRequired", .json("{\(entries.joined(separator: ", "))}"))]
    }

    /// `dependencies`, up to draft 7, is `dependentRequired` and `dependentSchemas` in one.
    mutating func dependencies(
        _ node: Node, _ id: OpenAPI.Schema.ID, _ mode: Mode,
    ) -> [(String, API.SchemaValue)] {
        let schemas: [(name: String, schema: API.Schema)] = node.entries.compactMap { entry in
            guard let name = entry.key.text, entry.value.kind != .sequence else { return nil }
            return (name, translate(entry.value, below: id, mode.whole()))
        }
        return dependentRequired(node, mode)
            + (schemas.isEmpty ? [] : [("dependentSchemas", .members(schemas))])
    }

    mutating func items(
        _ keyword: ShapeKeyword, _ node: Node, _ schema: OpenAPI.Schema, _ id: OpenAPI.Schema.ID, _ mode: Mode,
    ) -> [(String, API.SchemaValue)] {
        let isTuple = schema.node?["items"]?.kind == .sequence
        switch keyword {
        // The end of the array is in `maxItems`.
        case .items where !isTuple && node.scalar == .bool(false): return []
        case .items where !isTuple:
            let place = OpenAPI.Schema.ID(node.id, scope: id.scope)
            let isWhole = mode.isWhole || graph.shape(of: id).element != place
            return [("items", .schema(translate(other: node, below: id, isWhole: isWhole)))]
        // Up to 2019-09, `items` lists the schemas of a tuple, and `additionalItems` is that of the other items.
        case .items, .prefixItems:
            let schemas = node.elements.map { translate(other: $0, below: id, isWhole: true) }
            return [("prefixItems", .list(schemas))]
        default:
            guard isTuple, node.scalar != .bool(false) else { return [] }
            return [("items", .schema(translate(other: node, below: id, isWhole: true)))]
        }
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
    var schema: OpenAPI.Schema.ID? {
        if case .schema(let id) = self { id } else { nil }
    }
}
