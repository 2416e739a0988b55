/// JSON Schemas (2020-12) that refer to each other by name, compiled once.
///
/// The text is a JSON object with a schema for each name. A reference is a name: `{"$ref": "Order"}`. Beside the keywords of
/// JSON Schema, a schema may have `requiredInRequests` and `requiredInResponses`, lists of names like `required`, and a
/// `discriminator` with a `propertyName` and a `mapping` from its values to schemas. `union` tells that the value is of a
/// union, which is `closed`, or `open` for values that match no alternative. `writeOnly` and the format `password` hide a value in messages.
///
/// What follows ` (` in a name tells forms of one schema apart, and is left out of messages. A name that is not in the text stands for the schema that every value satisfies.
@_spi(Generated) public final class SchemaSet: Sendable {
    let nodes: [SchemaNode]
    private let places: [String: Int]

    /// Compiles schemas.
    public init(_ text: String) {
        var compiler = SchemaCompiler(text)
        nodes = compiler.compile()
        places = compiler.places
    }

    static func plainName(_ name: String) -> String {
        name.firstRange(of: " (").map { String(name[..<$0.lowerBound]) } ?? name
    }

    /// The schema of a name.
    public subscript(name: String) -> ValueSchema {
        ValueSchema(set: self, root: places[name].map { nodes[$0] } ?? SchemaNode())
    }
}

/// A JSON Schema that values are checked against.
public struct ValueSchema: Sendable {
    let set: SchemaSet
    let root: SchemaNode

    var label: String { root.label ?? root.text }
}
