public import SourceText
import YAML

/// What became of every node of a document: each counts once, as exactly one ``Outcome``.
public struct CoverageReport: Sendable {
    /// The nodes of one kind of object, such as `schema`: those in it that are in no other object.
    public struct Row: Sendable {
        public let kind: String
        public internal(set) var counts: [Outcome: Int] = [:]

        public var total: Int { counts.values.reduce(0, +) }
    }

    public struct Item: Sendable {
        /// The place of the node itself.
        public let range: SourceRange
        /// The way to it in its file (RFC 6901).
        public let pointer: String
        public let outcome: Outcome
    }

    /// Something that went missing in silence.
    public struct Loss: Sendable {
        /// The place of its name, or of itself in a list.
        public let range: SourceRange
        /// The way to it in its file (RFC 6901).
        public let pointer: String
        /// How many nodes went missing with it, itself included.
        public internal(set) var count: Int
    }

    /// By kind, in the order of the document.
    public private(set) var rows: [Row] = []
    /// Every node, in the order of the document.
    public private(set) var items: [Item] = []
    /// In the order of the document. What stands in something that is listed is not listed again.
    public private(set) var losses: [Loss] = []
    /// The number of nodes, counted without regard to what became of them.
    public let nodeCount: Int
    /// The places of waivers that nothing is given up by.
    let idleWaivers: [SourceRange]

    public func count(of outcome: Outcome) -> Int { rows.compactMap { $0.counts[outcome] }.reduce(0, +) }
}

extension CoverageReport {
    /// - Parameters:
    ///   - recorder: What was noted until the comments were written.
    ///   - diagnostics: What was found until then.
    ///   - direction: How values of a type travel.
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

/// Counts the nodes of trees, and nothing else.
private struct NodeCount {
    private var visited: Set<Node.ID> = []

    mutating func nodes(in node: Node) -> Int {
        guard visited.insert(node.id).inserted else { return 0 }
        var count = 1
        for child in node.children { count += nodes(in: child) }
        return count
    }
}

/// Puts each node into its row.
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
            let step = Self.token(entry.key.text ?? "")
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

    private static func token(_ key: String) -> String {
        key.replacing("~", with: "~0").replacing("/", with: "~1")
    }
}
