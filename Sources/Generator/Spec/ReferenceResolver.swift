import APIGenSourceText
import APIGenYAML

/// Resolves references, and reads the files that they refer to.
struct ReferenceResolver {
    var documents: DocumentSet
    /// The references being resolved, to detect cycles.
    var open: Set<Node.ID> = []
    /// The `$self` fields that references were resolved with.
    private(set) var usedNames: [Node] = []

    init(documents: DocumentSet) { self.documents = documents }

    /// The target of a reference; `nil` after a diagnostic.
    mutating func target(of reference: Reference, diagnostics: inout Diagnostics) -> Node? {
        if let named = namedTarget(of: reference) { return named }
        guard let root = root(of: reference, diagnostics: &diagnostics) else { return nil }
        return anchor(of: reference, in: root) ?? target(of: reference, in: root, diagnostics: &diagnostics)
    }

    /// The target of a reference in a file; `nil` after a diagnostic.
    mutating func target(of reference: Reference, in root: Node, diagnostics: inout Diagnostics) -> Node? {
        var node = root
        for token in reference.tokens {
            let next = node.step(token) ?? stepThroughReference(token, from: node, diagnostics: &diagnostics)
            guard let next else {
                diagnostics.report(.unresolvedReference(reference, token: token, in: node))
                return nil
            }
            node = next
        }
        return node
    }

    /// A pointer may pass through another reference, such as one in place of `components.schemas`.
    private mutating func stepThroughReference(
        _ token: String,
        from node: Node,
        diagnostics: inout Diagnostics,
    ) -> Node? {
        guard let inner = Reference(insteadOf: node, diagnostics: &diagnostics), !open.contains(inner.node.id)
        else { return nil }
        open.insert(inner.node.id)
        defer { open.remove(inner.node.id) }
        return target(of: inner, diagnostics: &diagnostics).flatMap { $0.step(token) }
    }

    private mutating func root(of reference: Reference, diagnostics: inout Diagnostics) -> Node? {
        let file = reference.node.document
        let named = reference.path.flatMap { documents.path(named: $0) }
        if let path = reference.path, path.contains("://"), named == nil {
            diagnostics.report(.remoteReference(reference))
            return nil
        }
        if let named { usedNames.append(named.name) }
        let path =
            named?.path ?? reference.path.map { documents.resolve($0, from: file) }
            ?? documents.path(of: file)
        guard reference.path == nil || documents.mayRefer(to: path) else {
            diagnostics.report(.referenceBeyondFolder(reference, otherwise: reference.otherwise))
            return nil
        }
        return documents.root(
            of: path, from: reference.node.range, otherwise: reference.otherwise, diagnostics: &diagnostics)
    }
}

/// References to identifiers of schemas.
///
/// A reference is resolved against the `$id` of its schema resource, and looked up among the `$id`s of all files read
/// so far. If it is not found there, it is the path of a file: many documents declare an `$id`, but refer to files and
/// to `#/components` as if there were none.
extension ReferenceResolver {
    private func namedTarget(of reference: Reference) -> Node? {
        guard let resources = resources(around: reference.node) else { return nil }
        let around = resources.resource(around: reference.node)
        let own = around.map { resources.all[$0] }
        guard let path = reference.path else {
            if let anchor = reference.anchor { return resources.anchor(anchor, from: around)?.node }
            return own.flatMap { $0.uri == nil ? nil : $0.node.descendant(at: reference.tokens) }
        }
        guard let found = documents.schema(withID: URIReference.resolve(path, against: own?.uri)),
            let target = documents.resources(of: found.file)
        else { return nil }
        if let anchor = reference.anchor { return target.anchor(anchor, from: found.resource)?.node }
        return target.all[found.resource].node.descendant(at: reference.tokens)
    }

    /// An anchor in another file.
    private func anchor(of reference: Reference, in root: Node) -> Node? {
        guard let anchor = reference.anchor else { return nil }
        return resources(around: root)?.anchor(anchor, from: nil)?.node
    }

    /// The name of a schema in `components`; `nil` for other schemas.
    func componentName(of node: Node) -> String? {
        resources(around: node)?.all.first { $0.node.id == node.id }?.name
    }

    /// The schema resources of the file that contains a node.
    func resources(around node: Node) -> SchemaResources? { documents.resources(of: node.document) }

    /// The root of the file that contains a node.
    func root(around node: Node) -> Node? { documents.knownRoot(of: documents.path(of: node.document)) }
}

extension Node {
    /// The array index in a token of a JSON pointer: digits without leading zeros (RFC 6901, section 4).
    private static func index(_ token: String) -> Int? {
        Int(token).flatMap { String($0) == token ? $0 : nil }
    }

    /// The child that a token of a JSON pointer refers to.
    func step(_ token: String) -> Node? {
        switch kind {
        case .mapping: self[token]
        case .sequence:
            Self.index(token).flatMap { elements.indices.contains($0) ? Array(elements)[$0] : nil }
        case .scalar: nil
        }
    }

    /// The descendant that the tokens of a JSON pointer refer to.
    func descendant(at tokens: [String]) -> Node? {
        tokens.reduce(self as Node?) { place, token in place.flatMap { $0.step(token) } }
    }
}
