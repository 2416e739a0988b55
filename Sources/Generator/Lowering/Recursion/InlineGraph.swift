/// Which types hold which inside themselves: by a property or a case. What an array or a dictionary holds lies
/// elsewhere, and does not count.
struct InlineGraph {
    struct Edge {
        let from: Int
        let to: Int
        /// The index of the property; `nil` for the case of a union, and for a union among properties.
        let property: Int?
    }

    /// The edges that the search weighs against one another in one piece of the graph: each step looks at all of them.
    private static let maximumCount = 1000

    /// By their index, which is that of the type.
    private var edges: [[Edge]]
    /// The number of the component in which each type reaches all others; it changes as edges go.
    private var components: [Int]
    private var componentCount: Int

    init(_ types: [API.TypeDeclaration.Kind?]) {
        edges = types.enumerated().map(Self.edges)
        let found = StrongComponents(edges.map { $0.map(\.to) })
        (components, componentCount) = (found.numbers, found.count)
    }

    private static func edges(of id: Int, _ kind: API.TypeDeclaration.Kind?) -> [Edge] {
        switch kind {
        case .record(let record):
            let properties = record.properties.enumerated().compactMap { index, property in
                property.type.inlineType.map { Edge(from: id, to: $0.index, property: index) }
            }
            return properties
                + record.unions.compactMap(\.type.inlineType).map {
                    Edge(from: id, to: $0.index, property: nil)
                }
        case .union(let union):
            return union.cases.compactMap(\.type.inlineType).map {
                Edge(from: id, to: $0.index, property: nil)
            }
        case .enumeration, nil: return []
        }
    }

    /// Whether a type holds itself, directly or through others.
    mutating func isCyclic(_ type: Int) -> Bool {
        var visited: Set<Int> = []
        var pending = [type]
        while let next = pending.popLast() {
            for edge in edges[next] where components[edge.to] == components[type] {
                if edge.to == type { return true }
                if visited.insert(edge.to).inserted { pending.append(edge.to) }
            }
        }
        // The edges that went cut off more than this type, which nobody needs to find out again.
        if !visited.isEmpty { divide(visited.union([type])) }
        return false
    }

    /// Finds the components of types that made up one.
    private mutating func divide(_ types: Set<Int>) {
        let ordered = types.sorted()
        let places = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, $0) })
        let found = StrongComponents(ordered.map { edges[$0].compactMap { places[$0.to] } })
        for (type, number) in zip(ordered, found.numbers) { components[type] = componentCount + number }
        componentCount += found.count
    }

    /// Takes away what a type holds: it keeps it apart from now on.
    mutating func removeEdges(from type: Int) { edges[type] = [] }

    /// The properties to be kept apart so that nothing holds itself: those whose loss leaves the least of all cycles,
    /// one after the other. In more than a few hundred edges that lead to one another, those that close a cycle.
    func bestProperties() -> [(type: Int, property: Int)] {
        EdgeCore(edges.flatMap(\.self)).pieces.flatMap { edges -> [Edge] in
            var piece = EdgeCore(edges)
            guard edges.count <= Self.maximumCount else { return piece.closingEdges() }
            var best: [Edge] = []
            while let edge = piece.removeBest() { best.append(edge) }
            return best
        }.compactMap { edge in edge.property.map { (edge.from, $0) } }
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
