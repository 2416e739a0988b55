import APIGenSourceText
import APIGenYAML

/// The schemas of a document while they are decoded. It is a table, as schemas may refer to themselves.
struct SchemaTable {
    private(set) var decoded = OpenAPI.Schemas()
    /// The schemas that are referred to but not decoded yet. A queue is used instead of recursion, since a chain of
    /// references may be too long for the stack.
    private var pending: [(node: Node, scope: Int)] = []

    subscript(id: OpenAPI.Schema.ID) -> OpenAPI.Schema? {
        get { decoded[id] }
        set { decoded[id] = newValue }
    }

    /// Returns the identity of a referenced schema, and queues it for decoding.
    mutating func queue(_ node: Node, scope: Int = 0) -> OpenAPI.Schema.ID {
        let id = OpenAPI.Schema.ID(node.id, scope: scope)
        if decoded[id] == nil { pending.append((node, scope)) }
        return id
    }

    /// Removes a schema from the queue.
    mutating func next() -> (node: Node, scope: Int)? { pending.popLast() }

    /// One schema that stands for all of `schemas`: an `anyOf` if there are several.
    mutating func choice(of schemas: [OpenAPI.Schema.ID], at node: Node, scope: Int) -> OpenAPI.Schema.ID? {
        guard schemas.count > 1 else { return schemas.first }
        let id = OpenAPI.Schema.ID(node.id, scope: scope)
        decoded[id] = OpenAPI.Schema(
            range: node.range, composition: OpenAPI.Composition(anyOf: schemas))
        return id
    }
}

// MARK: - Several types

extension SchemaTable {
    /// Puts a schema into the table.
    mutating func add(_ schema: OpenAPI.Schema, as id: OpenAPI.Schema.ID) {
        decoded[id] = withAlternativesByType(schema, as: id)
        handDownType(of: schema)
    }

    /// Copies a type next to alternatives into each of them: `{type: integer, oneOf: [{const: 1}, {minimum: 5}]}`.
    private mutating func handDownType(of schema: OpenAPI.Schema) {
        let types = schema.types.distinct
        guard types.count == 1, types != [.object] else { return }
        for id in schema.composition.oneOf + schema.composition.anyOf {
            guard let alternative = decoded[id], alternative.types.isEmpty, alternative.reference == nil,
                alternative.composition.isEmpty
            else { continue }
            decoded[id]?.types = types
        }
    }

    /// Splits a schema of several types into an `anyOf` with one alternative for each type, which has the keywords for
    /// that type.
    private mutating func withAlternativesByType(
        _ schema: OpenAPI.Schema,
        as id: OpenAPI.Schema.ID,
    ) -> OpenAPI.Schema {
        let split = SeveralTypes(of: schema)
        let types = split.typesWithValues
        guard !split.isOpen, types.count > 0, schema.types.distinct.count > 1 else { return schema }
        guard types.count > 1 else {
            var whole = schema
            whole.types.removeAll { $0 != types[0] && $0 != .null }
            return whole
        }
        var whole = split.only(of: nil)
        whole.isNullable = schema.isNullable || schema.types.contains(.null)
        for type in types {
            var alternative = split.only(of: type)
            alternative.annotations = OpenAPI.Annotations()
            var place = id
            place.type = type
            decoded[place] = alternative
            whole.composition.anyOf.append(place)
        }
        return whole
    }
}
