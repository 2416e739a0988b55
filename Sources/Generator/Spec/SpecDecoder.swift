import APIGenSourceText
import APIGenYAML

/// The state for decoding an OpenAPI document. The decoding of each object is an initializer of its type in
/// ``OpenAPI``.
struct SpecDecoder: FieldDecoder {
    /// The minor version of OpenAPI 3 that the document uses.
    var minorVersion = 1
    var diagnostics: Diagnostics
    var record = DecodingRecord()
    var references: ReferenceResolver
    var schemas = SchemaTable()
    /// The dynamic scopes, and the one of the schema being decoded.
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
    /// The target of a reference; `nil` after a diagnostic.
    mutating func target(of reference: Reference) -> Node? {
        references.target(of: reference, diagnostics: &diagnostics)
    }

    /// Follows references from `node` to an object. A cycle is reported.
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

    /// The description next to a `$ref`: a Reference Object may override the description of its target, and nothing
    /// else.
    private mutating func siblingDescription(of node: Node) -> Prose? {
        var object = ObjectFields(node: node, kind: "reference")
        record.note(node, as: .typed)
        record.note(object["$ref"], as: .typed)
        object.drop("summary")
        let description = prose(object["description"])
        finish(object)
        return description
    }
}

/// The target of a chain of references.
struct Followed {
    var node: Node
    /// The description that overrides the target's own.
    var description: Prose?
}
