import SourceText
import YAML

/// The values that a document gives for schemas.
struct Examples {
    private var values: [(value: Node, schema: OpenAPI.Schema.ID)] = []

    /// Takes note of values that the document gives for a schema: single ones, and those of an `examples` of a
    /// schema, which is a list, or of a media type or a parameter, which has a name for each.
    mutating func note(in node: Node, of schema: OpenAPI.Schema.ID?, references: ReferenceResolver) {
        guard let schema else { return }
        var values = [node["example"], node["default"]].compactMap(\.self)
        if let examples = node["examples"] {
            values += examples.elements
            if examples.kind == .mapping {
                values += examples.entries.compactMap { Self.value(of: $0.value, references: references) }
            }
        }
        self.values += values.map { (value: $0, schema: schema) }
    }

    /// The value of an Example Object, or of one that is referred to.
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

    /// A format that the document's own examples break is told, and makes no type: one that refuses such a text would
    /// refuse the whole answer with it.
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
    /// Takes note of the values that an object gives for a schema.
    mutating func noteExamples(in node: Node, of schema: OpenAPI.Schema.ID?) {
        examples.note(in: node, of: schema, references: references)
    }
}
