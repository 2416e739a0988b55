import APIGenYAML

/// The elements of a query, named as in RFC 9535.

/// A segment, which selects children or descendants of nodes (section 2.5).
struct Segment: Sendable {
    let isDescendant: Bool
    let selectors: [Selector]
    /// The range in the query, in Unicode scalars.
    let range: Range<Int>

    /// The name of a segment whose only selector is a name.
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

/// A selector, which selects children of a node (section 2.3).
enum Selector: Sendable {
    case name(String)
    case wildcard
    /// A negative index counts from the end.
    case index(Int)
    case slice(Slice)
    case filter(Condition)
}

/// Every `step`th element from `start` up to, but not including, `end` (section 2.3.4).
struct Slice: Sendable {
    let start: Int?
    let end: Int?
    let step: Int

    /// The indices that the slice selects in an array with `count` elements, in the order of selection.
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

/// The condition of a filter (section 2.3.5).
indirect enum Condition: Sendable {
    case any([Condition])
    case all([Condition])
    case not(Condition)
    case exists(Subquery)
    case comparison(Operand, Comparison, Operand)
    /// `match` if the whole string has to match, `search` if a part of it is enough (sections 2.4.6, 2.4.7).
    case matches(Operand, pattern: Operand, isWhole: Bool)
}

enum Comparison: String, Sendable, CaseIterable {
    // Longer operators come first, since the others are prefixes of them.
    case equal = "=="
    case unequal = "!="
    case atMost = "<="
    case atLeast = ">="
    case less = "<"
    case greater = ">"
}

/// An operand of a comparison (section 2.3.5.1).
indirect enum Operand: Sendable {
    case literal(Scalar)
    /// The value of the node selected by a singular query.
    case query(Subquery)
    case length(Operand)
    case count(Subquery)
    case value(Subquery)
}

/// A query within a filter.
struct Subquery: Sendable {
    /// Whether the query starts at the current node (`@`) instead of the root (`$`).
    let isRelative: Bool
    let segments: [Segment]

    var isSingular: Bool { segments.allSatisfy(\.isSingular) }
}
