import SourceText
import YAML

/// The schemas of a document while they are decoded. Schemas may refer to themselves, so that they stand in a table.
struct SchemaTable {
    private(set) var decoded = OpenAPI.Schemas()
    /// Schemas referred to and not decoded yet: a queue instead of recursion, since chains of references may be
    /// longer than the stack.
    private var pending: [(node: Node, scope: Int)] = []

    subscript(id: OpenAPI.Schema.ID) -> OpenAPI.Schema? {
        get { decoded[id] }
        set { decoded[id] = newValue }
    }

    /// The identity of a schema that something refers to. It is decoded later.
    mutating func queue(_ node: Node, scope: Int = 0) -> OpenAPI.Schema.ID {
        let id = OpenAPI.Schema.ID(node.id, scope: scope)
        if decoded[id] == nil { pending.append((node, scope)) }
        return id
    }

    /// Takes a schema out of the queue.
    mutating func next() -> (node: Node, scope: Int)? { pending.popLast() }

    /// One schema for what may follow any of several.
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

    /// A type that stands beside alternatives is that of each: `{type: integer, oneOf: [{const: 1}, {minimum: 5}]}`.
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

    /// A schema of several types is a choice between schemas of one type each, which say what it says of their type.
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
