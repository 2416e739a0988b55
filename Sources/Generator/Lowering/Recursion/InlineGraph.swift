/// The graph of types that contain others inline: by a property or a case. The elements of arrays and dictionaries are
/// stored elsewhere, and do not count.
struct InlineGraph {
    struct Edge {
        let from: Int
        let to: Int
        /// The index of the property; `nil` for the case of a union, and for an embedded union.
        let property: Int?
    }

    /// The maximum number of edges in a connected part that is searched for the best edges; each step visits all of
    /// them.
    private static let maximumCount = 1000

    /// The edges by the index of the type.
    private var edges: [[Edge]]
    /// The strongly connected component of each type, which changes as edges are removed.
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

    /// Whether a type contains itself, directly or through others.
    mutating func isCyclic(_ type: Int) -> Bool {
        var visited: Set<Int> = []
        var pending = [type]
        while let next = pending.popLast() {
            for edge in edges[next] where components[edge.to] == components[type] {
                if edge.to == type { return true }
                if visited.insert(edge.to).inserted { pending.append(edge.to) }
            }
        }
        // The removed edges split the component, which later searches use.
        if !visited.isEmpty { divide(visited.union([type])) }
        return false
    }

    /// Recomputes the components of types that were in one component.
    private mutating func divide(_ types: Set<Int>) {
        let ordered = types.sorted()
        let places = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, $0) })
        let found = StrongComponents(ordered.map { edges[$0].compactMap { places[$0.to] } })
        for (type, number) in zip(ordered, found.numbers) { components[type] = componentCount + number }
        componentCount += found.count
    }

    /// Removes the edges of a type that is made indirect.
    mutating func removeEdges(from type: Int) { edges[type] = [] }

    /// The properties to make indirect so that no type contains itself: one after the other, those whose removal leaves
    /// the fewest edges in cycles. For more than ``maximumCount`` edges, those that close a cycle.
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
    /// The declared type that is stored inline.
    var inlineType: API.TypeID? {
        switch self {
        case .named(let id): id
        case .nullable(let wrapped): wrapped.inlineType
        case .scalar, .array, .dictionary, .own: nil
        }
    }
}
