extension Node {
    /// The nodes of a sequence.
    public struct Elements: RandomAccessCollection, Sendable {
        let tree: Tree
        let first: UInt32
        let count32: UInt32

        init(tree: Tree, first: UInt32, count: UInt32) {
            self.tree = tree
            self.first = first
            self.count32 = count
        }

        public var startIndex: Int { 0 }
        public var endIndex: Int { Int(count32) }

        public subscript(position: Int) -> Node {
            precondition(indices.contains(position), "no such element")
            return Node(tree: tree, index: tree.children[Int(first) + position])
        }
    }

    /// A key of a mapping, and what it stands for. The key is always a scalar.
    public struct Entry: Sendable {
        public let key: Node
        public let value: Node
    }

    /// The entries of a mapping.
    public struct Entries: RandomAccessCollection, Sendable {
        let tree: Tree
        let first: UInt32
        let count32: UInt32

        init(tree: Tree, first: UInt32, count: UInt32) {
            self.tree = tree
            self.first = first
            self.count32 = count
        }

        public var startIndex: Int { 0 }
        public var endIndex: Int { Int(count32) }

        public subscript(position: Int) -> Entry {
            precondition(indices.contains(position), "no such entry")
            let child = Int(first) + 2 * position
            return Entry(
                key: Node(tree: tree, index: tree.children[child]),
                value: Node(tree: tree, index: tree.children[child + 1]),
            )
        }
    }
}
