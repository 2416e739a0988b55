import SourceText
public import YAML

/// A JSONPath query (RFC 9535): what selects nodes of a document.
public struct PathQuery: Sendable {
    /// A node that was selected.
    public struct Match: Sendable {
        /// The way from the root: at each step the position among the entries or the elements.
        public let location: [Int]
        public let node: Node
    }

    private let segments: [Segment]

    public init(_ text: String) throws(PathError) {
        segments = try PathParser.parse(text)
    }

    /// The nodes that the query selects, in the order of RFC 9535; a node may be among them more than once.
    public func select(in root: Node) -> [Match] {
        Evaluation(root: root).select(segments, from: Match(location: [], node: root))
    }

    /// Where a query that selects nothing lost its way.
    public struct DeadEnd: Sendable {
        /// The part of the query after which nothing was left, in Unicode scalars.
        public let range: Range<Int>
        /// The name that this part asks for, if that is all it does.
        public let name: String?
        /// The names that there are in its place.
        public let names: [String]
    }

    /// The first part of the query after which nothing is left, or `nil` if it selects something.
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

/// Why a text is no query that can be carried out, and where.
public struct PathError: Error, Equatable, Sendable {
    public let message: String
    /// The part of the text that is wrong, in Unicode scalars; empty where something is missing.
    public let range: Range<Int>
}
