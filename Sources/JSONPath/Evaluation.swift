import APIGenSourceText
import APIGenYAML

/// Evaluates a query on a document.
struct Evaluation {
    let root: Node

    func select(_ segments: [Segment], from start: PathQuery.Match) -> [PathQuery.Match] {
        segments.reduce([start]) { matches, segment in
            matches.flatMap { select(segment, from: $0) }
        }
    }

    func select(_ segment: Segment, from match: PathQuery.Match) -> [PathQuery.Match] {
        let places = segment.isDescendant ? descendants(of: match) : [match]
        return places.flatMap { place in
            segment.selectors.flatMap { select($0, from: place) }
        }
    }

    /// A node and its descendants, each before its children.
    func descendants(of match: PathQuery.Match) -> [PathQuery.Match] {
        var found: [PathQuery.Match] = []
        var waiting = [match]
        while let next = waiting.popLast() {
            found.append(next)
            waiting += next.children.reversed()
        }
        return found
    }

    private func select(_ selector: Selector, from match: PathQuery.Match) -> [PathQuery.Match] {
        switch selector {
        case .name(let name):
            guard match.node[name] != nil else { return [] }
            let position = match.node.entries.firstIndex { $0.key.text?.exact == name.exact }
            return position.map { [match.child($0)] } ?? []
        case .wildcard: return match.children
        case .index(let index):
            let count = match.node.elements.count
            let position = index < 0 ? index + count : index
            return (0..<count).contains(position) ? [match.child(position)] : []
        case .slice(let slice):
            return slice.positions(count: match.node.elements.count).map { match.child($0) }
        case .filter(let condition):
            return match.children.filter { holds(condition, for: $0.node) }
        }
    }
}

extension PathQuery.Match {
    fileprivate var children: [Self] {
        (0..<max(node.elements.count, node.entries.count)).map { child($0) }
    }

    fileprivate func child(_ position: Int) -> Self {
        let child = node.kind == .mapping ? node.entries[position].value : node.elements[position]
        return Self(location: location + [position], node: child)
    }
}
