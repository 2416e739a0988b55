import APIGenSourceText
public import APIGenYAML

/// A JSONPath query (RFC 9535), which selects nodes of a document.
public struct PathQuery: Sendable {
    /// A selected node.
    public struct Match: Sendable {
        /// The path from the root: the index of the entry or element at each level.
        public let location: [Int]
        public let node: Node
    }

    private let segments: [Segment]

    public init(_ text: String) throws(PathError) {
        segments = try PathParser.parse(text)
    }

    /// The selected nodes in the order of RFC 9535. A node may be selected more than once.
    public func select(in root: Node) -> [Match] {
        Evaluation(root: root).select(segments, from: Match(location: [], node: root))
    }

    /// Where a query that selects nothing stops matching.
    public struct DeadEnd: Sendable {
        /// The first segment that selects nothing, as a range of Unicode scalars.
        public let range: Range<Int>
        /// The name that this segment selects, if it selects by a single name.
        public let name: String?
        /// The names that are available instead.
        public let names: [String]
    }

    /// The first segment of the query that selects nothing; `nil` if the query selects a node.
    public func deadEnd(in root: Node) -> DeadEnd? {
        let evaluation = Evaluation(root: root)
        var reached = [Match(location: [], node: root)]
        for segment in segments {
            let next = reached.flatMap { evaluation.select(segment, from: $0) }
            guard next.isEmpty else {
                reached = next
                continue
            }
            let places = segment.isDescendant ? reached.flatMap { evaluation.descendants(of: $0) } : reached
            let names = places.flatMap { $0.node.entries.compactMap(\.key.text) }
            var seen: Set<ExactText> = []
            let distinct = names.filter { seen.insert($0.exact).inserted }
            return DeadEnd(range: segment.range, name: segment.onlyName, names: distinct)
        }
        return nil
    }
}

/// An invalid query.
public struct PathError: Error, Equatable, Sendable {
    public let message: String
    /// The invalid part of the query, as a range of Unicode scalars; empty if something is missing.
    public let range: Range<Int>
}
