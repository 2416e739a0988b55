import SourceText
import YAML

extension SpecDecoder {
    /// Takes note of values that the document gives for a schema: single ones, and those of an `examples` of a
    /// schema, which is a list, or of a media type or a parameter, which has a name for each.
    mutating func noteExamples(in node: Node, of schema: OpenAPI.Schema.ID?) {
        guard let schema else { return }
        var values = [node["example"], node["default"]].compactMap(\.self)
        if let examples = node["examples"] {
            values += examples.elements
            if examples.kind == .mapping { values += examples.entries.compactMap { exampleValue($0.value) } }
        }
        examples += values.map { (value: $0, schema: schema) }
    }

    /// The value of an Example Object, or of one that is referred to.
    private func exampleValue(_ node: Node) -> Node? {
        var node = node
        if let reference = node["$ref"]?.text.map({ Reference(node: node, text: $0) }), reference.path == nil,
            let root = documents.knownRoot(of: documents.path(of: node.document))
        {
            let target = reference.tokens.reduce(root as Node?) { node, token in
                node.flatMap { Self.step(token, from: $0) }
            }
            guard let target else { return nil }
            node = target
        }
        return node["value"] ?? node["dataValue"]
    }

    /// A format that the document's own examples break is told, and makes no type: one that refuses such a text would
    /// refuse the whole answer with it.
    mutating func checkExamples() {
        var disproved: Set<OpenAPI.Schema.ID> = []
        for example in examples {
            for (value, id) in ExampleWalk(schemas: schemas).breaks(in: example.value, of: example.schema) {
                guard let schema = schemas[id], let format = StrictFormat(of: schema) else { continue }
                diagnostics.report(.exampleAgainstFormat(value, format, at: schema.format?.range))
                disproved.insert(id)
            }
        }
        for id in disproved { schemas[id]?.hasStrictFormat = false }
    }
}

/// Goes through a value and its schema side by side.
private struct ExampleWalk {
    let schemas: OpenAPI.Schemas
    private static let depth = 24

    /// The texts that are not of the format that their schema names.
    func breaks(
        in value: Node,
        of id: OpenAPI.Schema.ID,
        depth: Int = depth,
    ) -> [(value: Node, schema: OpenAPI.Schema.ID)] {
        guard depth > 0, let schema = schemas[id] else { return [] }
        func inner(_ value: Node, _ id: OpenAPI.Schema.ID) -> [(value: Node, schema: OpenAPI.Schema.ID)] {
            breaks(in: value, of: id, depth: depth - 1)
        }
        if let format = StrictFormat(of: schema), let text = value.text, value.scalar != .null {
            return format.accepts(text) ? [] : [(value, id)]
        }
        let parts = schema.composition.allOf + (schema.reference.map { [$0.target] } ?? [])
        return parts.flatMap { inner(value, $0) }
            + schema.properties.flatMap { property in
                value[property.name.value].map { inner($0, property.schema) } ?? []
            } + additional(to: schema, in: value).flatMap { inner($0.value, $0.schema) }
            + alternatives(of: schema, value, inner)
    }

    /// The items of a list, and the members of an object that have no schema of their own.
    private func additional(
        to schema: OpenAPI.Schema, in value: Node
    ) -> [(value: Node, schema: OpenAPI.Schema.ID)] {
        let items = schema.items.map { items in value.elements.map { ($0, items) } } ?? []
        guard case .schema(let id)? = schema.additionalProperties, schema.patternProperties.isEmpty else {
            return items
        }
        let known = Set(schema.properties.map(\.name.value))
        return items
            + value.entries.filter { !known.contains($0.key.text ?? "") }.map { ($0.value, id) }
    }

    /// A value that one of the alternatives takes breaks none.
    private func alternatives(
        of schema: OpenAPI.Schema,
        _ value: Node,
        _ inner: (Node, OpenAPI.Schema.ID) -> [(value: Node, schema: OpenAPI.Schema.ID)],
    ) -> [(value: Node, schema: OpenAPI.Schema.ID)] {
        let members = schema.composition.oneOf + schema.composition.anyOf
        var all: [(value: Node, schema: OpenAPI.Schema.ID)] = []
        for member in members where takes(value, member) {
            let breaks = inner(value, member)
            if breaks.isEmpty { return [] }
            all += breaks
        }
        return all
    }

    private func takes(_ value: Node, _ id: OpenAPI.Schema.ID) -> Bool {
        guard let types = schemas[id]?.types, !types.isEmpty else { return true }
        switch (value.kind, value.scalar) {
        case (.mapping, _): return types.contains(.object)
        case (.sequence, _): return types.contains(.array)
        case (_, .null?): return types.contains(.null)
        case (_, .bool?): return types.contains(.boolean)
        case (_, .integer?), (_, .number?): return types.contains(.integer) || types.contains(.number)
        default: return types.contains(.string)
        }
    }
}
