extension Node {
    /// The elements of a sequence.
    public struct Elements: RandomAccessCollection, Sendable {
        let tree: Tree
        private let first: Int
        public let endIndex: Int

        init(tree: Tree, first: UInt32, count: UInt32) {
            self.tree = tree
            self.first = Int(first)
            endIndex = Int(count)
        }

        public var startIndex: Int { 0 }

        public subscript(position: Int) -> Node {
            precondition(indices.contains(position), "no such element")
            return Node(tree: tree, index: tree.children[first + position])
        }
    }

    /// A key of a mapping, which is always a scalar, and its value.
    public struct Entry: Sendable {
        /// The key, with its own source range. That of a merged entry is where it was merged from.
        public let key: Node
        /// The value. For an alias, it is the node of the anchor.
        public let value: Node
    }

    /// The entries of a mapping.
    public struct Entries: RandomAccessCollection, Sendable {
        let tree: Tree
        private let first: Int
        public let endIndex: Int

        init(tree: Tree, first: UInt32, count: UInt32) {
            self.tree = tree
            self.first = Int(first)
            endIndex = Int(count)
        }

        public var startIndex: Int { 0 }

        public subscript(position: Int) -> Entry {
            precondition(indices.contains(position), "no such entry")
            let child = first + 2 * position
            return Entry(
                key: Node(tree: tree, index: tree.children[child]),
                value: Node(tree: tree, index: tree.children[child + 1]),
            )
        }
    }
}
