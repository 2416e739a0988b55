public import APIGenSourceText

/// A scalar, sequence or mapping of a document (YAML 1.2.2, section 3.2.1), with its source range.
///
/// A node is a small handle to its tree, which is shared and immutable.
public struct Node: Sendable {
    /// The kinds of nodes.
    public enum Kind: UInt8, Sendable {
        case scalar, sequence, mapping
    }

    /// The identity of a node: its file, and its index there.
    ///
    /// An alias has the identity of its anchor's node.
    public struct ID: Hashable, Sendable {
        let file: FileID
        let index: UInt32

        public func hash(into hasher: inout Hasher) {
            hasher.combine(UInt64(truncatingIfNeeded: file.index) << 32 | UInt64(index))
        }
    }

    let tree: Tree
    let index: UInt32

    private var record: Record { tree.records[Int(index)] }

    /// The node's identity, which is valid as long as its file does not change.
    public var id: ID { ID(file: tree.file, index: index) }

    /// Which of `text`, `elements` and `entries` the node has.
    public var kind: Kind { record.kind }

    /// The source range of the node: the first line of a scalar, including quotes and properties, or the first
    /// character of a collection.
    public var range: SourceRange { tree.range(of: record) }

    /// The file of the document that contains the node. It differs from the file of `range` if a change inserted the
    /// node.
    public var document: FileID { tree.file }

    /// The text of a scalar as written, with quotes, escapes and folded lines resolved; `nil` for a collection. `1.10`
    /// remains `1.10`.
    public var text: String? {
        record.kind == .scalar ? tree.text(of: record) : nil
    }

    /// Whether this is a scalar whose type depends on its text: it is not quoted, and not tagged `!!str`.
    public var isPlain: Bool { record.kind == .scalar && record.form != .string }

    /// The value of a scalar in the core schema (YAML 1.2.2, section 10.3); `nil` for a collection.
    public var scalar: Scalar? {
        guard let text else { return nil }
        switch record.form {
        case .plain: return Scalar(resolving: text)
        case .string: return .string(text)
        case .float: return Scalar(resolving: text).asNumber
        }
    }

    /// Whether this is the null of the core schema, which is faster than resolving its value.
    public var isNull: Bool {
        let record = record
        return record.kind == .scalar && record.form != .string && record.count <= 4 && scalar == .null
    }

    /// The elements of a sequence; empty for other nodes.
    public var elements: Elements {
        let record = record
        return Elements(tree: tree, first: record.start, count: record.kind == .sequence ? record.count : 0)
    }

    /// The entries of a mapping in document order; empty for other nodes.
    ///
    /// Entries from a merge key `<<` are in its position.
    public var entries: Entries {
        let record = record
        return Entries(tree: tree, first: record.start, count: record.kind == .mapping ? record.count : 0)
    }

    /// Whether any mapping in the node's file has this key, which is faster than searching for it.
    public func isKeyInFile(_ key: String) -> Bool { tree.keys.number(of: key, in: tree.text) != nil }

    /// The value of a mapping's entry, by the text of its key: that of `200:` is `"200"`.
    public subscript(_ key: String) -> Node? {
        tree.value(of: key, in: index).map { Node(tree: tree, index: $0) }
    }
}
