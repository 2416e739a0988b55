public import SourceText

/// A scalar, sequence or mapping of a document (YAML 1.2.2, section 3.2.1), with its place in the source.
///
/// A node is a handle of a few words: the tree it belongs to is shared and never changes.
public struct Node: Sendable {
    /// The three kinds of nodes there are.
    public enum Kind: UInt8, Sendable {
        case scalar, sequence, mapping
    }

    /// What makes a node the same node: its file and its number in there.
    ///
    /// An alias is the very node of its anchor, so that both have one identity.
    public struct ID: Hashable, Sendable {
        let file: FileID
        let index: UInt32
    }

    let tree: Tree
    let index: UInt32

    private var record: Record { tree.records[Int(index)] }

    /// The node's identity, which lasts as long as its file is the same.
    public var id: ID { ID(file: tree.file, index: index) }

    /// Which of `text`, `elements` and `entries` the node has.
    public var kind: Kind { record.kind }

    /// Where the node stands: a scalar on its first line, quotes and properties included; a collection by the
    /// first character of it.
    public var range: SourceRange { tree.range(of: record) }

    /// The file of the document that the node belongs to: that of `range`, unless a change put the node there.
    public var document: FileID { tree.file }

    /// The text of a scalar as it was written, with quotes, escapes and folded lines resolved, or `nil` for a
    /// collection. `1.10` stays `1.10`.
    public var text: String? {
        record.kind == .scalar ? tree.text(of: record) : nil
    }

    /// Whether this is a scalar whose type follows from its text: one without quotes and not tagged `!!str`.
    public var isPlain: Bool { record.kind == .scalar && record.form != .string }

    /// What a scalar means by the core schema (YAML 1.2.2, section 10.3), or `nil` for a collection.
    public var scalar: Scalar? {
        guard let text else { return nil }
        switch record.form {
        case .plain: return Scalar(resolving: text)
        case .string: return .string(text)
        case .float: return Scalar(resolving: text).asNumber
        }
    }

    /// The nodes of a sequence; none for other nodes.
    public var elements: Elements {
        let record = record
        return Elements(tree: tree, first: record.start, count: record.kind == .sequence ? record.count : 0)
    }

    /// What a mapping holds, in the order of the document; nothing for other nodes.
    ///
    /// Entries that come from a merge key `<<` stand in its place.
    public var entries: Entries {
        let record = record
        return Entries(tree: tree, first: record.start, count: record.kind == .mapping ? record.count : 0)
    }

    /// Whether any mapping of the node's file has this key: a quick answer to whether it is worth looking for.
    public func isKeyInFile(_ key: String) -> Bool { tree.keys.number(of: key, in: tree.text) != nil }

    /// The value of a mapping's key, by the key's text: that of `200:` is `"200"`.
    public subscript(_ key: String) -> Node? {
        guard let number = tree.keys.number(of: key, in: tree.text),
            let value = tree.value(of: number, in: index)
        else { return nil }
        return Node(tree: tree, index: value)
    }
}
