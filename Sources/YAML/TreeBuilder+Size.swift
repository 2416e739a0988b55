extension TreeBuilder {
    /// How many nodes a document may have when each alias counts as a copy of what it stands for.
    ///
    /// The tree shares what aliases stand for, but who walks over it does not: nine lines of lists of aliases
    /// are a thousand million nodes to walk ("billion laughs").
    static let maximumExpandedSize: UInt32 = 10_000_000

    func checkExpandedSize() throws(SyntaxError) {
        var sizes = ContiguousArray<UInt32>()
        sizes.reserveCapacity(records.count)
        for record in records {
            var size: UInt32 = 1
            let start = Int(record.start)
            for child in 0..<childCount(of: record) {
                size += sizes[Int(children[start + child])]
                guard size <= Self.maximumExpandedSize else {
                    throw SyntaxError(.expandsTooFar(at: record.position.range(in: file)))
                }
            }
            sizes.append(size)
        }
    }

    private func childCount(of record: Record) -> Int {
        switch record.kind {
        case .scalar: 0
        case .sequence: Int(record.count)
        case .mapping: 2 * Int(record.count)
        }
    }
}
