import APIGenSourceText
import APIGenYAML

/// Checks values against schemas recursively. Each pair of a value and a schema is checked once, since alternatives may
/// lead to the same pair many times.
struct ExampleWalk {
    typealias Break = (value: Node, schema: OpenAPI.Schema.ID)

    private struct Pair: Hashable {
        let value: Node.ID
        let schema: OpenAPI.Schema.ID
    }

    private let schemas: OpenAPI.Schemas
    private var known: [Pair: [Break]] = [:]

    init(schemas: OpenAPI.Schemas) { self.schemas = schemas }

    /// The strings in a value that do not match the format of their schema.
    mutating func breaks(in value: Node, of id: OpenAPI.Schema.ID) -> [Break] {
        let pair = Pair(value: value.id, schema: id)
        if let known = known[pair] { return known }
        // Ends the recursion for a schema that refers to itself.
        known[pair] = []
        let breaks = schemas[id].map { self.breaks(in: value, of: id, $0) } ?? []
        // Several alternatives may find the same mismatch.
        var seen: Set<Pair> = []
        let distinct = breaks.filter { seen.insert(Pair(value: $0.value.id, schema: $0.schema)).inserted }
        known[pair] = distinct
        return distinct
    }

    private mutating func breaks(
        in value: Node,
        of id: OpenAPI.Schema.ID,
        _ schema: OpenAPI.Schema,
    ) -> [Break] {
        if let format = StrictFormat(of: schema), let text = value.text, !value.isNull {
            return format.form.accepts(text) ? [] : [(value, id)]
        }
        let parts = schema.composition.allOf + (schema.reference.map { [$0.target] } ?? [])
        let members = schema.properties.compactMap { property in
            value[property.name.value].map { (value: $0, schema: property.schema) }
        }
        let inner = parts.map { (value: value, schema: $0) } + members + additional(to: schema, in: value)
        var breaks: [Break] = []
        for (value, schema) in inner { breaks += self.breaks(in: value, of: schema) }
        return breaks + alternatives(of: schema, in: value)
    }

    /// The items of an array, and the additional properties of an object, with their schemas.
    private func additional(
        to schema: OpenAPI.Schema, in value: Node
    ) -> [(value: Node, schema: OpenAPI.Schema.ID)] {
        let items = schema.items.map { items in value.elements.map { ($0, items) } } ?? []
        guard case .schema(let id)? = schema.additionalProperties, schema.patternProperties.isEmpty else {
            return items
        }
        let known = schema.properties.map(\.name.value).exact
        return items
            + value.entries.filter { !known.contains(($0.key.text ?? "").exact) }.map { ($0.value, id) }
    }

    /// The mismatches of the alternatives; none if the value matches one of them.
    private mutating func alternatives(of schema: OpenAPI.Schema, in value: Node) -> [Break] {
        var all: [Break] = []
        for member in schema.composition.oneOf + schema.composition.anyOf where takes(value, as: member) {
            let breaks = breaks(in: value, of: member)
            if breaks.isEmpty { return [] }
            all += breaks
        }
        return all
    }

    private func takes(_ value: Node, as id: OpenAPI.Schema.ID) -> Bool {
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
