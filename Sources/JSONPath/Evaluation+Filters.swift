import APIGenYAML

extension Evaluation {
    /// Whether a child matches a condition (RFC 9535, section 2.3.5.2).
    func holds(_ condition: Condition, for current: Node) -> Bool {
        switch condition {
        case .any(let conditions): return conditions.contains { holds($0, for: current) }
        case .all(let conditions): return conditions.allSatisfy { holds($0, for: current) }
        case .not(let condition): return !holds(condition, for: current)
        case .exists(let query): return !nodes(query, current).isEmpty
        case .comparison(let left, let comparison, let right):
            return Value.holds(value(left, current), comparison, value(right, current))
        case .matches(let subject, let pattern, let isWhole):
            guard case .scalar(.string(let text))? = value(subject, current),
                case .scalar(.string(let pattern))? = value(pattern, current)
            else { return false }
            return Pattern(pattern)?.matches(text, isWhole: isWhole) ?? false
        }
    }

    private func nodes(_ query: Subquery, _ current: Node) -> [Node] {
        let start = PathQuery.Match(location: [], node: query.isRelative ? current : root)
        return select(query.segments, from: start).map(\.node)
    }

    /// The value of an operand; `nil` if there is none.
    private func value(_ operand: Operand, _ current: Node) -> Value? {
        switch operand {
        case .literal(let scalar): return .scalar(scalar)
        case .query(let query): return nodes(query, current).first.map { Value($0) }
        case .length(let operand): return value(operand, current)?.length.map { .scalar(.integer($0)) }
        case .count(let query): return .scalar(.integer(nodes(query, current).count))
        case .value(let query):
            let nodes = nodes(query, current)
            return nodes.count == 1 ? Value(nodes[0]) : nil
        }
    }
}
