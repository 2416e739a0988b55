import SourceText

/// A place in the file being read. Lines and columns count from 1; the length counts scalars on the line.
struct Position {
    var line: UInt32
    var column: UInt32
    var length: UInt32 = 1

    func range(in file: FileID) -> SourceRange {
        SourceRange(file: file, line: Int(line), column: Int(column), length: Int(length))
    }
}

/// A node as it is stored: 28 bytes, since a large document has hundreds of thousands of them.
struct Record {
    /// How a scalar's text becomes its value.
    enum Form: UInt8 {
        /// By the core schema.
        case plain
        /// Not at all: it was quoted, or tagged `!!str`.
        case string
        /// By the core schema, integers as floating-point numbers: it was tagged `!!float`.
        case float
    }

    let kind: Node.Kind
    var form = Form.string
    /// The number of the file that the node stands in, among the tree's.
    var source: UInt16 = 0
    /// The number of the text in the key table, for what is used as a key.
    var key = KeyTable.noKey
    /// A scalar's first byte in the text, or a collection's first child in `Tree.children`.
    var start: UInt32
    /// The bytes of a scalar, the nodes of a sequence, or the entries of a mapping.
    let count: UInt32
    let position: Position
}

/// All nodes of a document. Children come before their parents, so that the root is the last record.
final class Tree: Sendable {
    /// The files that nodes stand in: that of the document, then those that changes to it come from.
    let files: [FileID]
    let records: ContiguousArray<Record>
    /// The children of all collections, those of one collection together; keys and values take turns.
    let children: ContiguousArray<UInt32>
    /// The text of all scalars.
    let text: ContiguousArray<UInt8>
    let keys: KeyTable
    /// How many nodes changes have brought into the tree.
    let nodesAdded: Int
    private let keyTexts: [String]
    /// The values by key of the mappings that are too large to be searched entry by entry.
    private let largeMappings: [UInt32: [UInt32: UInt32]]

    /// Up to here a search through the entries is as fast as a dictionary, and costs nothing to prepare.
    private static let largestSearched = 32

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

    func value(of key: UInt32, in mapping: UInt32) -> UInt32? {
        let record = records[Int(mapping)]
        guard record.kind == .mapping else { return nil }
        guard record.count <= Self.largestSearched else { return largeMappings[mapping]?[key] }
        let start = Int(record.start)
        for child in stride(from: start, to: start + 2 * Int(record.count), by: 2)
        where records[Int(children[child])].key == key {
            return children[child + 1]
        }
        return nil
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
