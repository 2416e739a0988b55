import APIGenSourceText

/// A position in the file being read. Lines and columns count from 1, and the length counts Unicode scalars on the
/// line.
struct Position {
    var line: UInt32
    var column: UInt32
    var length: UInt32 = 1

    func range(in file: FileID) -> SourceRange {
        SourceRange(file: file, line: Int(line), column: Int(column), length: Int(length))
    }
}

/// The storage of a node: 28 bytes, since a large document has hundreds of thousands of nodes.
struct Record {
    /// How the text of a scalar is resolved to a value.
    enum Form: UInt8 {
        /// As in the core schema.
        case plain
        /// As a string, since it is quoted or tagged `!!str`.
        case string
        /// As in the core schema, but integers as floating-point numbers, since it is tagged `!!float`.
        case float
    }

    let kind: Node.Kind
    var form = Form.string
    /// The index of the file that contains the node.
    var source: UInt16 = 0
    /// The number of the text in the key table, if the scalar is used as a key.
    var key = KeyTable.noKey
    /// The offset of a scalar in the text, or the index of a collection's first child in `Tree.children`.
    var start: UInt32
    /// The number of bytes in a scalar, of elements in a sequence, or of entries in a mapping.
    let count: UInt32
    let position: Position
}

/// All nodes of a document. Children come before their parents, so that the root is the last record.
final class Tree: Sendable {
    /// The files that contain the nodes: that of the document, followed by those of changes to it.
    let files: [FileID]
    let records: ContiguousArray<Record>
    /// The children of all collections, contiguous for each collection, with alternating keys and values for mappings.
    let children: ContiguousArray<UInt32>
    /// The text of all scalars.
    let text: ContiguousArray<UInt8>
    let keys: KeyTable
    /// The number of nodes added by changes.
    let nodesAdded: Int
    private let keyTexts: [String]
    /// The values by key for mappings with many entries.
    private let largeMappings: [UInt32: [UInt32: UInt32]]

    /// The number of entries up to which a linear search is as fast as a dictionary, without the cost of building one.
    private static let largestSearched = 32
    /// The number of entries up to which comparing texts is faster than looking up the number of a key.
    private static let largestCompared = 8

    init(
        files: [FileID],
        records: ContiguousArray<Record>,
        children: ContiguousArray<UInt32>,
        text: ContiguousArray<UInt8>,
        keys: KeyTable,
        nodesAdded: Int = 0,
    ) {
        self.files = files
        self.records = records
        self.children = children
        self.text = text
        self.keys = keys
        self.nodesAdded = nodesAdded
        keyTexts = keys.texts(in: text)
        largeMappings = Self.index(records, children)
    }

    /// The file of the document.
    var file: FileID { files[0] }

    var root: UInt32 { UInt32(records.count - 1) }

    func range(of record: Record) -> SourceRange {
        record.position.range(in: files[Int(record.source)])
    }

    func text(of record: Record) -> String {
        guard record.key == KeyTable.noKey else { return keyTexts[Int(record.key)] }
        let start = Int(record.start)
        return String(decoding: text[start..<start + Int(record.count)], as: UTF8.self)
    }

    func value(of key: String, in mapping: UInt32) -> UInt32? {
        let record = records[Int(mapping)]
        guard record.kind == .mapping else { return nil }
        guard record.count > Self.largestCompared else { return comparedValue(of: key, in: record) }
        guard let number = keys.number(of: key, in: text) else { return nil }
        guard record.count <= Self.largestSearched else { return largeMappings[mapping]?[number] }
        var child = Int(record.start)
        let end = child + 2 * Int(record.count)
        while child < end {
            if records[Int(children[child])].key == number { return children[child + 1] }
            child += 2
        }
        return nil
    }

    private func comparedValue(of key: String, in mapping: Record) -> UInt32? {
        var key = key
        return key.withUTF8 { bytes in
            let key = UnsafeRawBufferPointer(bytes)
            var child = Int(mapping.start)
            let end = child + 2 * Int(mapping.count)
            while child < end {
                let number = records[Int(children[child])].key
                if keys.isKey(number, key, in: text) { return children[child + 1] }
                child += 2
            }
            return nil
        }
    }

    private static func index(
        _ records: ContiguousArray<Record>,
        _ children: ContiguousArray<UInt32>,
    ) -> [UInt32: [UInt32: UInt32]] {
        var large: [UInt32: [UInt32: UInt32]] = [:]
        for (index, record) in records.enumerated()
        where record.kind == .mapping && record.count > largestSearched {
            var values: [UInt32: UInt32] = [:]
            values.reserveCapacity(Int(record.count))
            for entry in 0..<Int(record.count) {
                let child = Int(record.start) + 2 * entry
                values[records[Int(children[child])].key] = children[child + 1]
            }
            large[UInt32(index)] = values
        }
        return large
    }
}
