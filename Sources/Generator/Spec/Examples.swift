import APIGenSourceText
import APIGenYAML

/// The examples and default values in a document, with their schemas.
struct Examples {
    private var values: [(value: Node, schema: OpenAPI.Schema.ID)] = []

    /// Records the example and default values at a node.
    mutating func note(_ values: [Node], of schema: OpenAPI.Schema.ID) {
        self.values += values.map { (value: $0, schema: schema) }
    }

    /// The examples at a node. `examples` is a list in a schema, and a map in a media type or a parameter.
    static func all(in node: Node, references: ReferenceResolver) -> [Node] {
        var values = [node["example"]].compactMap(\.self)
        if let examples = node["examples"] {
            values += examples.elements
            if examples.kind == .mapping {
                values += examples.entries.compactMap { Self.value(of: $0.value, references: references) }
            }
        }
        return values
    }

    /// The value of an Example Object, or of the one that a reference leads to.
    private static func value(of node: Node, references: ReferenceResolver) -> Node? {
        var node = node
        if let reference = node["$ref"]?.text.map({ Reference(node: node, text: $0) }), reference.path == nil,
            let root = references.root(around: node)
        {
            guard let target = root.descendant(at: reference.tokens) else { return nil }
            node = target
        }
        return node["value"] ?? node["dataValue"]
    }

    /// Turns off strict formats that the document's own examples do not match: a type that rejects such a string would
    /// fail the decoding of the whole response. The format is only documented then.
    func check(_ schemas: inout SchemaTable, diagnostics: inout Diagnostics) {
        var disproved: Set<OpenAPI.Schema.ID> = []
        var walk = ExampleWalk(schemas: schemas.decoded)
        for example in values {
            for (value, id) in walk.breaks(in: example.value, of: example.schema) {
                guard let schema = schemas[id], let format = StrictFormat(of: schema) else { continue }
                diagnostics.report(.example(value, against: format, at: schema.format?.range))
                disproved.insert(id)
            }
        }
        for id in disproved { schemas[id]?.hasStrictFormat = false }
    }
}

extension SpecDecoder {
    /// Records the example and default values at a node.
    mutating func noteExamples(in node: Node, of schema: OpenAPI.Schema.ID?) {
        guard let schema else { return }
        let values = Examples.all(in: node, references: references)
        examples.note(values + [node["default"]].compactMap(\.self), of: schema)
        if !values.isEmpty { schemas[schema]?.annotations.examples.insert(contentsOf: values, at: 0) }
    }
}
