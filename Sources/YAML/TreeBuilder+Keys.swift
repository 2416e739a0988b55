extension TreeBuilder {
    /// Reports duplicate keys of a mapping that is closed, and inserts the entries that it merges.
    mutating func checkKeys(of frame: Frame) throws(SyntaxError) {
        mappingsClosed += 1
        var merges = false
        for child in stride(from: frame.firstChild, to: pending.count, by: 2) {
            let node = pending[child]
            let record = records[Int(node)]
            guard record.key != KeyTable.noKey else { continue }
            if let first = keys.note(record.key, at: node, in: mappingsClosed) {
                try reportDuplicate(of: first, at: node)
            }
            merges = merges || isMerge(record)
        }
        if merges { try merge(into: frame) }
    }

    /// Makes a scalar that is already in the tree usable as a key, since an alias in the position of a key refers to
    /// it.
    mutating func makeKey(of node: UInt32, at position: Position) throws(SyntaxError) {
        let record = records[Int(node)]
        guard record.kind == .scalar else {
            return try report(.collectionKey(at: position.range(in: file)))
        }
        let start = Int(record.start)
        let bytes = Array(text[start..<start + Int(record.count)])
        let key = bytes.withUnsafeBytes { keys.intern($0, in: &text) }
        records[Int(node)].key = key
    }

    private mutating func reportDuplicate(of first: UInt32, at second: UInt32) throws(SyntaxError) {
        let record = records[Int(second)]
        let start = Int(record.start)
        try report(
            .duplicateKey(
                String(decoding: text[start..<start + Int(record.count)], as: UTF8.self),
                at: record.position.range(in: file),
                first: records[Int(first)].position.range(in: file),
            )
        )
    }
}

/// Merge keys, which are no longer part of YAML 1.2, but still common (yaml.org/type/merge.html): the entries of the
/// mapping in the value of `<<`, or of the mappings in a list, become entries of the mapping with the merge key. Its
/// own entries take precedence, followed by earlier mappings in the list.
extension TreeBuilder {
    /// The maximum number of entries copied by merges, since each merge of a merge copies all of them again.
    static let maximumMerged = 1_000_000

    func isMerge(_ record: Record) -> Bool {
        record.key == KeyTable.merge && record.form == .plain
    }

    mutating func merge(into frame: Frame) throws(SyntaxError) {
        let own = Array(pending[frame.firstChild...])
        pending.removeSubrange(frame.firstChild...)
        for child in stride(from: 0, to: own.count, by: 2) {
            if isMerge(records[Int(own[child])]) {
                try appendEntries(of: own[child + 1], for: own[child])
            } else {
                pending += own[child...child + 1]
            }
        }
    }

    private mutating func appendEntries(of node: UInt32, for key: UInt32) throws(SyntaxError) {
        let record = records[Int(node)]
        switch record.kind {
        case .mapping: try appendEntries(of: record, for: key)
        case .sequence:
            for child in Int(record.start)..<Int(record.start + record.count) {
                let element = records[Int(children[child])]
                guard element.kind == .mapping else {
                    return try reportMerge(of: element, for: key)
                }
                try appendEntries(of: element, for: key)
            }
        case .scalar: try reportMerge(of: record, for: key)
        }
    }

    private mutating func appendEntries(of mapping: Record, for key: UInt32) throws(SyntaxError) {
        entriesMerged += Int(mapping.count) + 1
        guard entriesMerged <= Self.maximumMerged else {
            throw SyntaxError(.expandsTooFar(at: records[Int(key)].position.range(in: file)))
        }
        let start = Int(mapping.start)
        for child in stride(from: start, to: start + 2 * Int(mapping.count), by: 2) {
            let node = children[child]
            let number = records[Int(node)].key
            guard number != KeyTable.noKey else { continue }
            if keys.note(number, at: node, in: mappingsClosed) == nil {
                pending += [node, children[child + 1]]
            }
        }
    }

    private mutating func reportMerge(of record: Record, for key: UInt32) throws(SyntaxError) {
        let range = records[Int(key)].position.range(in: file)
        try report(.mergeOfNonMapping(at: range, value: record.position.range(in: file)))
    }
}
