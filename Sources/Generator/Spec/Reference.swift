import SourceText
import YAML

/// The value of a `$ref`: a file, or none for this one, and a JSON pointer (RFC 6901) into it.
struct Reference {
    let node: Node
    let text: String
    let path: String?
    let tokens: [String]
    /// What stands behind the `#`, if it is no pointer.
    let anchor: String?
    /// What is made of it where it leads nowhere.
    let otherwise: String

    init(node: Node, text: String, otherwise: String = "what refers to it is left out") {
        self.node = node
        self.otherwise = otherwise
        self.text = text
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        path = parts[0].isEmpty ? nil : Self.percentDecoded(parts[0])
        tokens = parts.count < 2 ? [] : Self.tokens(parts[1])
        let isAnchor = parts.count == 2 && !parts[1].isEmpty && !parts[1].hasPrefix("/")
        anchor = isAnchor ? tokens.first : nil
    }

    static let anyJSON = "any JSON is taken for it ('JSONValue')"

    /// The name under which the reference's target is known: the last word of its pointer, or the file's; `nil` if
    /// that word only tells the target's part in something else.
    var targetName: String? {
        if let last = tokens.last { return Self.isPart(last) ? nil : last }
        let file = (path ?? "").split(separator: "/").last ?? ""
        return String(file.prefix { $0 != "." })
    }

    private static func isPart(_ token: String) -> Bool {
        ["schema", "items", "additionalProperties"].contains(token) || Int(token) != nil
    }

    private static func tokens(_ pointer: Substring) -> [String] {
        guard pointer.hasPrefix("/") else { return pointer.isEmpty ? [] : [percentDecoded(pointer)] }
        return pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { token in
            percentDecoded(token).replacing("~1", with: "/").replacing("~0", with: "~")
        }
    }

    private static func percentDecoded(_ text: Substring) -> String {
        guard text.contains("%") else { return String(text) }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension SpecDecoder {
    /// The reference that stands in a node's place, if one does.
    mutating func reference(in node: Node) -> Reference? {
        guard node.kind == .mapping, let value = node["$ref"] else { return nil }
        return text(value).map { Reference(node: value, text: $0) }
    }

    /// The node that a reference leads to; `nil` after a report.
    mutating func target(of reference: Reference) -> Node? {
        if let named = namedTarget(of: reference) { return named }
        guard let root = root(of: reference) else { return nil }
        return anchor(of: reference, in: root) ?? target(of: reference, in: root)
    }

    /// The node that a reference leads to in a file; `nil` after a report.
    mutating func target(of reference: Reference, in root: Node) -> Node? {
        var node = root
        for token in reference.tokens {
            guard let next = Self.step(token, from: node) ?? stepThroughReference(token, from: node) else {
                diagnostics.report(.unresolvedReference(reference, token: token, in: node))
                return nil
            }
            node = next
        }
        return node
    }

    /// A pointer may lead through a reference, such as one that stands for all schemas.
    private mutating func stepThroughReference(_ token: String, from node: Node) -> Node? {
        guard let inner = reference(in: node), !openReferences.contains(inner.node.id) else { return nil }
        openReferences.insert(inner.node.id)
        defer { openReferences.remove(inner.node.id) }
        return target(of: inner).flatMap { Self.step(token, from: $0) }
    }

    private mutating func root(of reference: Reference) -> Node? {
        let file = reference.node.document
        let named = reference.path.flatMap { documents.path(named: $0) }
        if let path = reference.path, path.contains("://"), named == nil {
            diagnostics.report(.remoteReference(reference))
            return nil
        }
        if let named { record.names.append(named.name) }
        let path =
            named?.path ?? reference.path.map { documents.resolve($0, from: file) }
            ?? documents.path(of: file)
        guard documents.mayRefer(to: path) else {
            diagnostics.report(.referenceBeyondFolder(reference, otherwise: reference.otherwise))
            return nil
        }
        return documents.root(
            of: path, from: reference.node.range, otherwise: reference.otherwise, diagnostics: &diagnostics)
    }

    static func step(_ token: String, from node: Node) -> Node? {
        switch node.kind {
        case .mapping: node[token]
        case .sequence:
            Int(token).flatMap { node.elements.indices.contains($0) ? Array(node.elements)[$0] : nil }
        case .scalar: nil
        }
    }

    /// Follows references from `node` until an object stands there. A circle is reported.
    mutating func follow(_ node: Node) -> Followed? {
        var followed = Followed(node: node)
        var visited: [Node.ID] = []
        while let reference = reference(in: followed.node) {
            guard !visited.contains(followed.node.id) else {
                diagnostics.report(.circularReference(reference))
                return nil
            }
            visited.append(followed.node.id)
            let description = siblingDescription(of: followed.node)
            guard let next = target(of: reference) else { return nil }
            followed = Followed(
                node: next,
                name: reference.targetName,
                description: followed.description ?? description,
            )
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
    /// The name that the last reference gave the object; `nil` where there was no reference.
    var name: String?
    /// The description that a reference puts in place of the target's own.
    var description: Prose?
}
