import SourceText
import YAML

/// References by the names that schemas give themselves.
///
/// A reference is resolved against the `$id` above it, and looked for among the `$id`s of the files that were read.
/// Only what is not found there is a path of a file: many documents carry an `$id` and go on referring to files, and
/// to `#/components`, as if it were not there.
extension SpecDecoder {
    func namedTarget(of reference: Reference) -> Node? {
        let file = reference.node.document
        guard let resources = documents.resources(of: file) else { return nil }
        let around = resources.resource(around: reference.node)
        let own = around.map { resources.all[$0] }
        guard let path = reference.path else {
            if let anchor = reference.anchor { return resources.anchor(anchor, from: around)?.node }
            return own.flatMap { $0.uri == nil ? nil : Self.walk(reference.tokens, from: $0.node) }
        }
        guard let found = documents.schema(withID: URIReference.resolve(path, against: own?.uri)),
            let target = documents.resources(of: found.file)
        else { return nil }
        if let anchor = reference.anchor { return target.anchor(anchor, from: found.resource)?.node }
        return Self.walk(reference.tokens, from: target.all[found.resource].node)
    }

    /// An anchor in another file.
    func anchor(of reference: Reference, in root: Node) -> Node? {
        guard let anchor = reference.anchor else { return nil }
        return documents.resources(of: root.document)?.anchor(anchor, from: nil)?.node
    }

    private static func walk(_ tokens: [String], from node: Node) -> Node? {
        tokens.reduce(node) { place, token in place.flatMap { step(token, from: $0) } }
    }

    /// The name of a schema, where it is one of the components.
    func componentName(of node: Node) -> String? {
        documents.resources(of: node.document)?.all.first { $0.node.id == node.id }?.name
    }
}
