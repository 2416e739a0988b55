public import APIGenSourceText
import APIGenYAML

/// The outcomes of all nodes of a document: each is counted once, with exactly one ``Outcome``.
public struct CoverageReport: Sendable {
    /// The nodes of one kind of object, such as `schema`, without those of nested objects.
    public struct Row: Sendable {
        public let kind: String
        public internal(set) var counts: [Outcome: Int] = [:]

        public var total: Int { counts.values.reduce(0, +) }
    }

    public struct Item: Sendable {
        /// The range of the node.
        public let range: SourceRange
        /// The JSON pointer to it in its file (RFC 6901).
        public let pointer: String
        public let outcome: Outcome
    }

    /// A node that was dropped without a diagnostic.
    public struct Loss: Sendable {
        /// The range of its key, or of the node itself in a list.
        public let range: SourceRange
        /// The JSON pointer to it in its file (RFC 6901).
        public let pointer: String
        /// The number of dropped nodes, including descendants.
        public internal(set) var count: Int
    }

    /// The rows in document order.
    public private(set) var rows: [Row] = []
    /// All nodes in document order.
    public private(set) var items: [Item] = []
    /// The losses in document order, without descendants of listed ones.
    public private(set) var losses: [Loss] = []
    /// The number of nodes, counted independently of outcomes.
    public let nodeCount: Int
    /// The places of waivers without an effect.
    let idleWaivers: [SourceRange]

    public func count(of outcome: Outcome) -> Int { rows.compactMap { $0.counts[outcome] }.reduce(0, +) }
}

extension CoverageReport {
    /// - Parameters:
    ///   - recorder: The records, up to the generation of comments.
    ///   - diagnostics: The diagnostics so far.
    ///   - direction: Returns the directions in which values of a type are transferred.
    init(
        _ recorder: CoverageRecorder,
        diagnostics: [Diagnostic],
        direction: (API.TypeID) -> API.Direction,
    ) {
        let roots = recorder.roots
        recorder.settle(direction: direction)
        let settlement = Settlement(recorder, lost: LostNodes(diagnostics))
        idleWaivers = settlement.idleWaivers
        var count = NodeCount()
        nodeCount = roots.map { count.nodes(in: $0) }.reduce(0, +)
        var tally = Tally(outcomes: settlement.outcomes, kinds: recorder.kinds)
        for root in roots { tally.visit(root, at: root.range, pointer: "#", kind: "file", isLost: false) }
        rows = tally.rows
        items = tally.items
        losses = tally.losses
    }
}

/// Counts the nodes of trees.
private struct NodeCount {
    private var visited: Set<Node.ID> = []

    mutating func nodes(in node: Node) -> Int {
        guard visited.insert(node.id).inserted else { return 0 }
        var count = 1
        for child in node.children { count += nodes(in: child) }
        return count
    }
}

/// Assigns each node to its row.
private struct Tally {
    let outcomes: [Node.ID: Outcome]
    let kinds: [Node.ID: String]
    private(set) var rows: [CoverageReport.Row] = []
    private(set) var items: [CoverageReport.Item] = []
    private(set) var losses: [CoverageReport.Loss] = []
    private var rowIndices: [String: Int] = [:]
    private var visited: Set<Node.ID> = []

    init(outcomes: [Node.ID: Outcome], kinds: [Node.ID: String]) {
        self.outcomes = outcomes
        self.kinds = kinds
    }

    mutating func visit(
        _ node: Node, at place: SourceRange, pointer: String, kind outer: String, isLost: Bool
    ) {
        guard visited.insert(node.id).inserted else { return }
        let kind = kinds[node.id] ?? outer
        let outcome = outcomes[node.id] ?? .unaccounted
        let row = rowIndices[kind] ?? addRow(kind)
        rows[row].counts[outcome, default: 0] += 1
        items.append(CoverageReport.Item(range: node.range, pointer: pointer, outcome: outcome))
        if outcome == .unaccounted { lose(place, pointer: pointer, isInLoss: isLost) }
        for entry in node.entries {
            let step = (entry.key.text ?? "").asPointerToken
            visit(
                entry.value, at: entry.key.range, pointer: "\(pointer)/\(step)", kind: kind,
                isLost: outcome == .unaccounted)
        }
        for (index, element) in node.elements.enumerated() {
            visit(
                element, at: element.range, pointer: "\(pointer)/\(index)", kind: kind,
                isLost: outcome == .unaccounted)
        }
    }

    private mutating func addRow(_ kind: String) -> Int {
        rows.append(CoverageReport.Row(kind: kind))
        rowIndices[kind] = rows.count - 1
        return rows.count - 1
    }

    private mutating func lose(_ place: SourceRange, pointer: String, isInLoss: Bool) {
        if isInLoss {
            losses[losses.count - 1].count += 1
        } else {
            losses.append(CoverageReport.Loss(range: place, pointer: pointer, count: 1))
        }
    }
}
