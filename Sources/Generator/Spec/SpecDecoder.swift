import SourceText
import YAML

/// Decodes an OpenAPI document: what its objects share while they are decoded. How each object is decoded, its own type
/// in ``OpenAPI`` says.
struct SpecDecoder: FieldDecoder {
    /// The version of the standard that the document is written in, without its leading 3.
    var minorVersion = 1
    var diagnostics: Diagnostics
    var record = DecodingRecord()
    var references: ReferenceResolver
    var schemas = SchemaTable()
    /// What dynamic references mean in the schema that is being decoded.
    var scopes = DynamicScopes()
    var examples = Examples()
    var patterns = PatternCheck()

    init(documents: DocumentSet, diagnostics: Diagnostics) {
        references = ReferenceResolver(documents: documents)
        self.diagnostics = diagnostics
    }
}

// MARK: - References

extension SpecDecoder {
    /// The node that a reference leads to; `nil` after a report.
    mutating func target(of reference: Reference) -> Node? {
        references.target(of: reference, diagnostics: &diagnostics)
    }

    /// Follows references from `node` until an object stands there. A circle is reported.
    mutating func follow(_ node: Node) -> Followed? {
        var followed = Followed(node: node)
        var visited: [Node.ID] = []
        while let reference = Reference(insteadOf: followed.node, diagnostics: &diagnostics) {
            guard !visited.contains(followed.node.id) else {
                diagnostics.report(.circularReference(reference))
                return nil
            }
            visited.append(followed.node.id)
            let description = siblingDescription(of: followed.node)
            guard let next = target(of: reference) else { return nil }
            followed = Followed(node: next, description: followed.description ?? description)
        }
        return followed
    }

    /// A Reference Object may override the description of its target, and nothing else.
    private mutating func siblingDescription(of node: Node) -> Prose? {
        var object = ObjectFields(node: node, kind: "reference")
        _ = object["$ref"]
        object.drop("summary")
        let description = prose(object["description"])
        finish(object)
        return description
    }
}

/// What a chain of references led to.
struct Followed {
    var node: Node
    /// The description that a reference puts in place of the target's own.
    var description: Prose?
}
