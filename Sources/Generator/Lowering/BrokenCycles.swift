extension TypeTable {
    /// Finds value types that contain themselves and makes them indirect: whole unions, and as few properties of
    /// records as possible.
    mutating func breakCycles() {
        var graph = InlineGraph(drafts.map(\.kind))
        for draft in drafts {
            guard case .union(var union)? = draft.kind, graph.isCyclic(draft.id.index) else { continue }
            union.isIndirect = true
            self[draft.id].kind = .union(union)
            graph.removeEdges(from: draft.id.index)
        }
        for (type, index) in graph.bestProperties() {
            let id = drafts[type].id
            guard case .record(var record)? = self[id].kind else { continue }
            record.properties[index].isIndirect = true
            self[id].kind = .record(record)
        }
    }
}
