import APIGenSourceText

/// The number of nodes in a subtree, and its depth.
struct Extent {
    /// The maximum number of nodes in a document, with each alias counted as a copy of its target.
    ///
    /// Targets of aliases are shared in the tree, but not when it is traversed: nine lines of lists of aliases expand
    /// to a billion nodes ("billion laughs"), and a chain of aliases is as deep as it is long.
    static let maximumSize: UInt32 = 10_000_000

    private var size: UInt32 = 1
    private var depth = 0

    /// Checks that no node exceeds the limits. Children come before their parents.
    static func check(
        _ records: ContiguousArray<Record>,
        children: ContiguousArray<UInt32>,
        range: (Record) -> SourceRange,
    ) throws(SyntaxError) {
        var extents = ContiguousArray<Extent>()
        extents.reserveCapacity(records.count)
        for record in records {
            var extent = Extent(depth: record.kind == .scalar ? 0 : 1)
            for child in children[record.childIndices] {
                extent.size += extents[Int(child)].size
                extent.depth = max(extent.depth, extents[Int(child)].depth + 1)
                if extent.size > maximumSize { throw SyntaxError(.expandsTooFar(at: range(record))) }
            }
            if extent.depth > TreeBuilder.maximumDepth {
                throw SyntaxError(.nestedTooDeeply(at: range(record), limit: TreeBuilder.maximumDepth))
            }
            extents.append(extent)
        }
    }
}

extension Record {
    /// The range of a node's children in the tree: elements, or alternating keys and values.
    var childIndices: Range<Int> {
        let first = Int(start)
        return switch kind {
        case .scalar: 0..<0
        case .sequence: first..<first + Int(count)
        case .mapping: first..<first + 2 * Int(count)
        }
    }
}
