/// The edges of a graph that may be part of a cycle: without those that lead from a vertex without incoming edges, or
/// to one without outgoing edges, repeatedly.
struct EdgeCore {
    private let edges: [InlineGraph.Edge]
    /// Whether each edge has not been removed.
    private var isLeft: [Bool]
    /// The vertices of each edge.
    private var ends: [(from: Int, to: Int)] = []
    /// By vertex, the outgoing and incoming edges, and how many of them are left.
    private var outgoing: [[Int]] = []
    private var incoming: [[Int]] = []
    private var outgoingCount: [Int] = []
    private var incomingCount: [Int] = []

    init(_ edges: [InlineGraph.Edge]) {
        self.edges = edges
        isLeft = Array(repeating: true, count: edges.count)
        var vertices: [Int: Int] = [:]
        for (index, edge) in edges.enumerated() {
            let (from, to) = (vertex(edge.from, in: &vertices), vertex(edge.to, in: &vertices))
            ends.append((from, to))
            outgoing[from].append(index)
            incoming[to].append(index)
        }
        outgoingCount = outgoing.map(\.count)
        incomingCount = incoming.map(\.count)
        var idle: [Int] = []
        for vertex in outgoing.indices { idle += idleEdges(at: vertex) }
        _ = remove(idle)
    }

    private mutating func vertex(_ type: Int, in vertices: inout [Int: Int]) -> Int {
        if let known = vertices[type] { return known }
        let vertex = outgoing.count
        vertices[type] = vertex
        outgoing.append([])
        incoming.append([])
        return vertex
    }

    /// The edges at a vertex that cannot be part of a cycle.
    private func idleEdges(at vertex: Int) -> [Int] {
        let leading = outgoingCount[vertex] == 0 ? incoming[vertex] : []
        return leading + (incomingCount[vertex] == 0 ? outgoing[vertex] : [])
    }

    /// Removes edges, and those that are not part of a cycle without them. Returns all removed edges.
    private mutating func remove(_ removed: [Int]) -> [Int] {
        var pending = removed
        var gone: [Int] = []
        while let index = pending.popLast() {
            guard isLeft[index] else { continue }
            isLeft[index] = false
            gone.append(index)
            let (from, to) = ends[index]
            outgoingCount[from] -= 1
            incomingCount[to] -= 1
            if outgoingCount[from] == 0 { pending += incoming[from] }
            if incomingCount[to] == 0 { pending += outgoing[to] }
        }
        return gone
    }

    private mutating func putBack(_ removed: [Int]) {
        for index in removed {
            isLeft[index] = true
            outgoingCount[ends[index].from] += 1
            incomingCount[ends[index].to] += 1
        }
    }
}

// MARK: - Cycles

extension EdgeCore {
    /// The connected parts of the graph, each with its edges in order.
    var pieces: [[InlineGraph.Edge]] {
        var numbers: [Int?] = Array(repeating: nil, count: outgoing.count)
        var count = 0
        for start in outgoing.indices where numbers[start] == nil {
            var pending = [start]
            while let vertex = pending.popLast() {
                guard numbers[vertex] == nil else { continue }
                numbers[vertex] = count
                pending += outgoing[vertex].filter { isLeft[$0] }.map { ends[$0].to }
                pending += incoming[vertex].filter { isLeft[$0] }.map { ends[$0].from }
            }
            count += 1
        }
        var pieces: [[InlineGraph.Edge]] = Array(repeating: [], count: count)
        for index in edges.indices where isLeft[index] {
            if let number = numbers[ends[index].from] { pieces[number].append(edges[index]) }
        }
        return pieces
    }

    /// Removes the property whose removal leaves the fewest edges in cycles, the first of several, and returns it;
    /// `nil` if there are no cycles.
    mutating func removeBest() -> InlineGraph.Edge? {
        let targets = outgoing.map { $0.filter { isLeft[$0] }.map { ends[$0].to } }
        let components = StrongComponents(targets).numbers
        var best: (index: Int, count: Int)?
        for (index, edge) in edges.enumerated() where isLeft[index] && edge.property != nil {
            guard components[ends[index].from] == components[ends[index].to] else { continue }
            let removed = remove([index])
            putBack(removed)
            if removed.count > best?.count ?? 0 { best = (index, removed.count) }
        }
        guard let best else { return nil }
        _ = remove([best.index])
        return edges[best.index]
    }

    /// The back edges of a depth-first search. Without them, there are no cycles.
    func closingEdges() -> [InlineGraph.Edge] {
        enum State { case new, open, done }
        var states: [State] = Array(repeating: .new, count: outgoing.count)
        var closing: [InlineGraph.Edge] = []
        for start in outgoing.indices where states[start] == .new {
            var path = [(vertex: start, next: 0)]
            states[start] = .open
            while let (vertex, next) = path.last {
                guard next < outgoing[vertex].count else {
                    states[vertex] = .done
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let index = outgoing[vertex][next]
                let target = ends[index].to
                switch states[target] {
                case .new where isLeft[index]:
                    states[target] = .open
                    path.append((target, 0))
                case .open where isLeft[index]: closing.append(edges[index])
                case .new, .open, .done: break
                }
            }
        }
        return closing
    }
}
