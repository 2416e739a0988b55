import YAML

/// What a query consists of, in the terms of RFC 9535.

/// A step from nodes to some of their children, or to some of all below them (section 2.5).
struct Segment: Sendable {
    let isDescendant: Bool
    let selectors: [Selector]
    /// Where it stands in the query, in Unicode scalars.
    let range: Range<Int>

    /// The name of a segment that selects a member by its name and nothing else.
    var onlyName: String? {
        if case .name(let name)? = selectors.first, selectors.count == 1 { name } else { nil }
    }

    /// Whether it selects at most one child.
    var isSingular: Bool {
        guard selectors.count == 1, !isDescendant else { return false }
        switch selectors[0] {
        case .name, .index: return true
        case .wildcard, .slice, .filter: return false
        }
    }
}

/// Which of a node's children are selected (section 2.3).
enum Selector: Sendable {
    case name(String)
    case wildcard
    /// A negative index counts from the end.
    case index(Int)
    case slice(Slice)
    case filter(Condition)
}

/// The elements from `start` to before `end`, each `step`th of them (section 2.3.4).
struct Slice: Sendable {
    let start: Int?
    let end: Int?
    let step: Int

    /// The positions in an array of so many elements, in the order of selection.
    func positions(count: Int) -> [Int] {
        guard step != 0 else { return [] }
        let isForward = step > 0
        func bounded(_ index: Int?, otherwise: Int) -> Int {
            guard let index else { return otherwise }
            let position = index < 0 ? index + count : index
            return isForward ? min(max(position, 0), count) : min(max(position, -1), count - 1)
        }
        let from = bounded(start, otherwise: isForward ? 0 : count - 1)
        let to = bounded(end, otherwise: isForward ? count : -1)
        return Array(stride(from: from, to: to, by: step))
    }
}

/// What a filter demands of a child (section 2.3.5).
indirect enum Condition: Sendable {
    case any([Condition])
    case all([Condition])
    case not(Condition)
    case exists(Subquery)
    case comparison(Operand, Comparison, Operand)
    /// `match` where the whole text has to match, `search` where a part of it is enough (sections 2.4.6, 2.4.7).
    case matches(Operand, pattern: Operand, isWhole: Bool)
}

enum Comparison: String, Sendable, CaseIterable {
    // Longer ones first, since the others are their beginnings.
    case equal = "=="
    case unequal = "!="
    case atMost = "<="
    case atLeast = ">="
    case less = "<"
    case greater = ">"
}

/// What can be compared (section 2.3.5.1).
indirect enum Operand: Sendable {
    case literal(Scalar)
    /// The value of the one node that a singular query selects.
    case query(Subquery)
    case length(Operand)
    case count(Subquery)
    case value(Subquery)
}

/// A query within a filter.
struct Subquery: Sendable {
    /// Whether it begins at the child that is tested (`@`), and not at the root (`$`).
    let isRelative: Bool
    let segments: [Segment]

    var isSingular: Bool { segments.allSatisfy(\.isSingular) }
}
