public import APIGenSourceText

/// A changed document: unchanged nodes, of this document or others, and new collections.
public indirect enum Draft: Sendable {
    /// A node with its descendants.
    case node(Node)
    /// A mapping that replaces another one. The keys must be unique.
    case mapping([(key: Node, value: Draft)], at: Node)
    /// A sequence that replaces another one.
    case sequence([Draft], at: Node)

    /// The node, or the one that the collection replaces.
    public var origin: Node {
        switch self {
        case .node(let node), .mapping(_, at: let node), .sequence(_, at: let node): node
        }
    }

    /// Returns the root of the document that results from changing another one. Nodes keep their source ranges.
    ///
    /// - Returns: `nil` if the document is too deep or too large, which was reported.
    public func document(replacing root: Node, diagnostics: inout Diagnostics) -> Node? {
        do throws(SyntaxError) {
            var writer = TreeWriter(changing: root.tree)
            let tree = try writer.write(self)
            return Node(tree: tree, index: tree.root)
        } catch {
            diagnostics.report(error.diagnostic)
            return nil
        }
    }
}

/// Writes a changed tree. New records follow those of the previous tree, which are all kept, even if they are no longer
/// referred to.
private struct TreeWriter {
    /// The maximum number of added nodes, since changes that insert copies of copies grow exponentially.
    private static let maximumAdded = 1_000_000
    /// Offsets into the text are 32 bits wide, and a single scalar may have 1 GiB.
    private static let maximumText = 1 << 31

    private let former: Tree
    private var files: [FileID]
    private var records: ContiguousArray<Record>
    private var children: ContiguousArray<UInt32>
    private var text: ContiguousArray<UInt8>
    private var keys: KeyTable
    private var nodesAdded: Int

    init(changing tree: Tree) {
        former = tree
        nodesAdded = tree.nodesAdded
        (files, records, children, text, keys) = (
            tree.files, tree.records, tree.children, tree.text, tree.keys
        )
    }

    mutating func write(_ draft: Draft) throws(SyntaxError) -> Tree {
        let root = try add(draft)
        // The root must be the last record.
        if root != records.count - 1 { records.append(records[Int(root)]) }
        let files = files
        try Extent.check(records, children: children) { $0.position.range(in: files[Int($0.source)]) }
        return Tree(
            files: files,
            records: records,
            children: children,
            text: text,
            keys: keys,
            nodesAdded: nodesAdded,
        )
    }

    private mutating func add(_ draft: Draft) throws(SyntaxError) -> UInt32 {
        switch draft {
        case .node(let node): return try add(node, isKey: false)
        case .sequence(let elements, at: let origin):
            var nodes: [UInt32] = []
            for element in elements { nodes.append(try add(element)) }
            return add(.sequence, of: nodes, at: origin)
        case .mapping(let entries, at: let origin):
            var nodes: [UInt32] = []
            for entry in entries { nodes += [try add(entry.key, isKey: true), try add(entry.value)] }
            return add(.mapping, of: nodes, at: origin)
        }
    }

    /// Adds a node of another document with its descendants. Nodes of the previous tree are already present.
    private mutating func add(_ node: Node, isKey: Bool) throws(SyntaxError) -> UInt32 {
        guard node.tree !== former else { return node.index }
        nodesAdded += 1
        guard nodesAdded <= Self.maximumAdded, text.count <= Self.maximumText else {
            throw SyntaxError(.growsTooFar(at: node.range))
        }
        switch node.kind {
        case .scalar: return add(scalar: node, isKey: isKey)
        case .sequence:
            var nodes: [UInt32] = []
            for element in node.elements { nodes.append(try add(element, isKey: false)) }
            return add(.sequence, of: nodes, at: node)
        case .mapping:
            var nodes: [UInt32] = []
            for entry in node.entries {
                nodes += [try add(entry.key, isKey: true), try add(entry.value, isKey: false)]
            }
            return add(.mapping, of: nodes, at: node)
        }
    }

    private mutating func add(scalar node: Node, isKey: Bool) -> UInt32 {
        let (content, origin) = (Array((node.text ?? "").utf8), node.tree.records[Int(node.index)])
        var record = Record(
            kind: .scalar,
            form: origin.form,
            source: source(of: node),
            start: UInt32(text.count),
            count: UInt32(content.count),
            position: origin.position,
        )
        if isKey {
            record.key = content.withUnsafeBytes { keys.intern($0, in: &text) }
            record.start = keys.start(of: record.key)
        } else {
            text += content
        }
        records.append(record)
        return UInt32(records.count - 1)
    }

    private mutating func add(_ kind: Node.Kind, of nodes: [UInt32], at origin: Node) -> UInt32 {
        let record = Record(
            kind: kind,
            source: source(of: origin),
            start: UInt32(children.count),
            count: UInt32(kind == .mapping ? nodes.count / 2 : nodes.count),
            position: origin.tree.records[Int(origin.index)].position,
        )
        children += nodes
        records.append(record)
        return UInt32(records.count - 1)
    }

    /// The index of the file that contains a node.
    private mutating func source(of node: Node) -> UInt16 {
        let file = node.range.file
        if let number = files.firstIndex(of: file) { return UInt16(number) }
        files.append(file)
        return UInt16(files.count - 1)
    }
}
