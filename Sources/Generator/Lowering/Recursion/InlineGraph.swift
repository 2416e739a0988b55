/// Which types hold which inside themselves: by a property or a case. What an array or a dictionary holds lies
/// elsewhere, and does not count.
struct InlineGraph {
    struct Edge {
        let from: API.TypeID
        let to: API.TypeID
        /// The index of the property; `nil` for the case of a union, and for a union among properties.
        let property: Int?
    }

    private var edges: [Edge]

    init(_ types: [(id: API.TypeID, kind: API.TypeDeclaration.Kind?)]) {
        edges = types.flatMap(Self.edges)
    }

    private static func edges(of id: API.TypeID, _ kind: API.TypeDeclaration.Kind?) -> [Edge] {
        switch kind {
        case .record(let record):
            let properties = record.properties.enumerated().compactMap { index, property in
                property.type.inlineType.map { Edge(from: id, to: $0, property: index) }
            }
            return properties
                + record.unions.compactMap(\.type.inlineType).map {
                    Edge(from: id, to: $0, property: nil)
                }
        case .union(let union):
            return union.cases.compactMap(\.type.inlineType).map {
                Edge(from: id, to: $0, property: nil)
            }
        case .enumeration, nil: return []
        }
    }

    /// Whether a type holds itself, directly or through others.
    func isCyclic(_ type: API.TypeID) -> Bool { reaches(type, from: type) }

    /// Takes away what a type holds: it keeps it apart from now on.
    mutating func removeEdges(from type: API.TypeID) {
        edges.removeAll { $0.from == type }
    }

    /// Takes away the property whose loss leaves the least of all cycles, and returns it; `nil` if there are none.
    mutating func removeBestProperty() -> (type: API.TypeID, property: Int)? {
        edges = Self.core(of: edges)
        var best: (index: Int, rest: Int)?
        for (index, edge) in edges.enumerated() where edge.property != nil && isOnCycle(edge) {
            var rest = edges
            rest.remove(at: index)
            let count = Self.core(of: rest).count
            if count < best?.rest ?? .max { best = (index, count) }
        }
        guard let best, let property = edges[best.index].property else { return nil }
        return (edges.remove(at: best.index).from, property)
    }

    private func isOnCycle(_ edge: Edge) -> Bool {
        edge.from == edge.to || reaches(edge.from, from: edge.to)
    }

    private func reaches(_ target: API.TypeID, from start: API.TypeID) -> Bool {
        var visited: Set<API.TypeID> = []
        var pending = [start]
        let targets = Dictionary(grouping: edges, by: \.from)
        while let next = pending.popLast() {
            for edge in targets[next] ?? [] {
                if edge.to == target { return true }
                if visited.insert(edge.to).inserted { pending.append(edge.to) }
            }
        }
        return false
    }

    /// What is left when everything that no cycle can go through is taken away, again and again.
    private static func core(of edges: [Edge]) -> [Edge] {
        var core = edges
        while true {
            let (sources, targets) = (Set(core.map(\.from)), Set(core.map(\.to)))
            let rest = core.filter { targets.contains($0.from) && sources.contains($0.to) }
            if rest.count == core.count { return core }
            core = rest
        }
    }
}

extension API.TypeReference {
    /// The declared type whose values lie where this one's do.
    fileprivate var inlineType: API.TypeID? {
        switch self {
        case .named(let id): id
        case .nullable(let wrapped): wrapped.inlineType
        case .scalar, .array, .dictionary: nil
        }
    }
}
