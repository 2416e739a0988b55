extension TreeBuilder {
    /// How many nodes a document may have when each alias counts as a copy of what it stands for.
    ///
    /// The tree shares what aliases stand for, but who walks over it does not: nine lines of lists of aliases
    /// are a thousand million nodes to walk ("billion laughs"), and a chain of aliases is as deep as it is long.
    static let maximumExpandedSize: UInt32 = 10_000_000

    /// How many nodes a node has with all below it, and how deep they go.
    private struct Extent {
        var size: UInt32 = 1
        var depth = 0
    }

    func checkExpandedExtent() throws(SyntaxError) {
        var extents = ContiguousArray<Extent>()
        extents.reserveCapacity(records.count)
        for record in records {
            var extent = Extent(depth: record.kind == .scalar ? 0 : 1)
            for child in children(of: record) {
                extent.size += extents[Int(child)].size
                extent.depth = max(extent.depth, extents[Int(child)].depth + 1)
                if extent.size > Self.maximumExpandedSize {
                    throw SyntaxError(.expandsTooFar(at: record.position.range(in: file)))
                }
            }
            if extent.depth > Self.maximumDepth {
                let range = record.position.range(in: file)
                throw SyntaxError(.nestedTooDeeply(at: range, limit: Self.maximumDepth))
            }
            extents.append(extent)
        }
    }

    private func children(of record: Record) -> ContiguousArray<UInt32>.SubSequence {
        let start = Int(record.start)
        return switch record.kind {
        case .scalar: []
        case .sequence: children[start..<start + Int(record.count)]
        case .mapping: children[start..<start + 2 * Int(record.count)]
        }
    }
}
