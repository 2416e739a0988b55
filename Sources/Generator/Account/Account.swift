public import SourceText
import YAML

/// What became of every node of a document: each counts once, as exactly one ``Fate``.
public struct Account: Sendable {
    /// The nodes of one kind of object, such as `schema`: those in it that are in no other object.
    public struct Row: Sendable {
        public let kind: String
        public internal(set) var counts: [Fate: Int] = [:]

        public var total: Int { counts.values.reduce(0, +) }
    }

    public struct Item: Sendable {
        /// The place of the node itself.
        public let range: SourceRange
        /// The way to it in its file (RFC 6901).
        public let pointer: String
        public let fate: Fate
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

    public func count(of fate: Fate) -> Int { rows.compactMap { $0.counts[fate] }.reduce(0, +) }
}

extension Account {
    /// - Precondition: Lowering has ended, without an error.
    init(_ lowering: Lowering, ledger: Ledger) {
        let roots = ledger.roots
        var assessor = Assessor(lowering, ledger: ledger)
        assessor.assess(roots)
        idleWaivers = assessor.idleWaivers
        var count = NodeCount()
        nodeCount = roots.map { count.nodes(in: $0) }.reduce(0, +)
        var census = Census(fates: assessor.fates, kinds: ledger.kinds)
        for root in roots { census.visit(root, at: root.range, pointer: "#", kind: "file", isLost: false) }
        rows = census.rows
        items = census.items
        losses = census.losses
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
private struct Census {
    let fates: [Node.ID: Fate]
    let kinds: [Node.ID: String]
    private(set) var rows: [Account.Row] = []
    private(set) var items: [Account.Item] = []
    private(set) var losses: [Account.Loss] = []
    private var rowIndices: [String: Int] = [:]
    private var visited: Set<Node.ID> = []

    init(fates: [Node.ID: Fate], kinds: [Node.ID: String]) {
        self.fates = fates
        self.kinds = kinds
    }

    mutating func visit(
        _ node: Node, at place: SourceRange, pointer: String, kind outer: String, isLost: Bool
    ) {
        guard visited.insert(node.id).inserted else { return }
        let kind = kinds[node.id] ?? outer
        let fate = fates[node.id] ?? .unaccounted
        let row = rowIndices[kind] ?? addRow(kind)
        rows[row].counts[fate, default: 0] += 1
        items.append(Account.Item(range: node.range, pointer: pointer, fate: fate))
        if fate == .unaccounted { lose(place, pointer: pointer, isInLoss: isLost) }
        for entry in node.entries {
            let step = Self.token(entry.key.text ?? "")
            visit(
                entry.value, at: entry.key.range, pointer: "\(pointer)/\(step)", kind: kind,
                isLost: fate == .unaccounted)
        }
        for (index, element) in node.elements.enumerated() {
            visit(
                element, at: element.range, pointer: "\(pointer)/\(index)", kind: kind,
                isLost: fate == .unaccounted)
        }
    }

    private mutating func addRow(_ kind: String) -> Int {
        rows.append(Account.Row(kind: kind))
        rowIndices[kind] = rows.count - 1
        return rows.count - 1
    }

    private mutating func lose(_ place: SourceRange, pointer: String, isInLoss: Bool) {
        if isInLoss {
            losses[losses.count - 1].count += 1
        } else {
            losses.append(Account.Loss(range: place, pointer: pointer, count: 1))
        }
    }

    private static func token(_ key: String) -> String {
        key.replacing("~", with: "~0").replacing("/", with: "~1")
    }
}
