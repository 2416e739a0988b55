import SourceText

/// How many nodes a node has with all below it, and how deep they go.
struct Extent {
    /// How many nodes a document may have when each alias counts as a copy of what it stands for.
    ///
    /// The tree shares what aliases stand for, but who walks over it does not: nine lines of lists of aliases
    /// are a thousand million nodes to walk ("billion laughs"), and a chain of aliases is as deep as it is long.
    static let maximumSize: UInt32 = 10_000_000

    private var size: UInt32 = 1
    private var depth = 0

    /// Checks that no node goes too far. Children come before their parents.
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
    /// Where a node's children stand among those of its tree: elements, or keys and values in turns.
    var childIndices: Range<Int> {
        let first = Int(start)
        return switch kind {
        case .scalar: 0..<0
        case .sequence: first..<first + Int(count)
        case .mapping: first..<first + 2 * Int(count)
        }
    }
}
