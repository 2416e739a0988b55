import SourceText

/// Puts a tree together from what a reader meets, and checks what no syntax forbids: keys and depth.
struct TreeBuilder {
    /// A collection that is not closed yet.
    struct Frame {
        let kind: Node.Kind
        let position: Position
        /// Where its children begin in `pending`.
        let firstChild: Int
    }

    /// How deep collections may nest. Real documents stay far below; a stack of readers above it has to hold.
    static let maximumDepth = 500
    /// A file with more mistakes than this is of another kind altogether.
    static let maximumDiagnostics = 100

    let file: FileID
    private(set) var frames: ContiguousArray<Frame> = []
    /// The children of open collections: they move to `children` when theirs closes.
    var pending: ContiguousArray<UInt32> = []
    var records: ContiguousArray<Record> = []
    private(set) var children: ContiguousArray<UInt32> = []
    var text: ContiguousArray<UInt8> = []
    var keys = KeyTable()
    /// How many mappings were closed: what tells one from another in the key table.
    var mappingsClosed: UInt32 = 0
    /// How many entries were looked at for merge keys so far.
    var entriesMerged = 0
    private var usesAliases = false
    private(set) var diagnostics = Diagnostics()
    private var reported = 0

    /// Makes room for a document of so many bytes. Memory that stays unused costs nothing but its address.
    init(file: FileID, size: Int) {
        self.file = file
        records.reserveCapacity(size / 12)
        children.reserveCapacity(size / 12)
        text.reserveCapacity(size)
        _ = Array("<<".utf8).withUnsafeBytes { keys.intern($0, in: &text) }
    }

    /// Whether the next node is the key of an entry.
    var expectsKey: Bool {
        guard let frame = frames.last, frame.kind == .mapping else { return false }
        return (pending.count - frame.firstChild).isMultiple(of: 2)
    }

    /// Whether the innermost open collection has no children yet.
    var isEmpty: Bool { frames.last.map { $0.firstChild == pending.count } ?? true }

    /// Notes a mistake that leaves the rest of the document readable.
    mutating func report(_ diagnostic: Diagnostic) throws(SyntaxError) {
        diagnostics.report(diagnostic)
        reported += 1
        if reported == Self.maximumDiagnostics { throw SyntaxError(.tooManyMistakes(at: diagnostic.range)) }
    }

    mutating func add(
        _ scalar: UnsafeRawBufferPointer,
        as form: Record.Form,
        at position: Position,
    ) -> UInt32 {
        var record = Record(
            kind: .scalar,
            form: form,
            start: UInt32(text.count),
            count: UInt32(scalar.count),
            position: position,
        )
        if expectsKey {
            record.key = keys.intern(scalar, in: &text)
            record.start = keys.start(of: record.key)
        } else {
            text.append(contentsOf: scalar)
        }
        return add(record)
    }

    /// Adds a node that is in the tree already once more.
    mutating func add(aliasOf node: UInt32, at position: Position) throws(SyntaxError) {
        usesAliases = true
        if expectsKey, records[Int(node)].key == KeyTable.noKey {
            try makeKey(of: node, at: position)
        }
        pending.append(node)
    }

    mutating func open(_ kind: Node.Kind, at position: Position) throws(SyntaxError) {
        if expectsKey { try report(.collectionKey(at: position.range(in: file))) }
        guard frames.count < Self.maximumDepth else {
            throw SyntaxError(.nestedTooDeeply(at: position.range(in: file), limit: Self.maximumDepth))
        }
        frames.append(Frame(kind: kind, position: position, firstChild: pending.count))
    }

    /// Closes the innermost open collection. There must be one.
    mutating func close() throws(SyntaxError) -> UInt32 {
        let frame = frames.removeLast()
        if frame.kind == .mapping { try checkKeys(of: frame) }
        let start = children.count
        children.append(contentsOf: pending[frame.firstChild...])
        let count = pending.count - frame.firstChild
        pending.removeSubrange(frame.firstChild...)
        return add(
            Record(
                kind: frame.kind,
                start: UInt32(start),
                count: UInt32(frame.kind == .mapping ? count / 2 : count),
                position: frame.position,
            )
        )
    }

    /// The finished tree, or nothing after a mistake.
    mutating func finish() throws(SyntaxError) -> Tree? {
        try reportNoncharacter()
        guard !diagnostics.hasErrors, !records.isEmpty else { return nil }
        if usesAliases { try Extent.check(records, children: children) { $0.position.range(in: file) } }
        return Tree(files: [file], records: records, children: children, text: text, keys: keys)
    }

    /// Reports a scalar with one of U+FDD0 to U+FDEF, which no text that is exchanged may hold (RFC 7493, section
    /// 2.1), and no literal of Swift can.
    private mutating func reportNoncharacter() throws(SyntaxError) {
        let found = text.indices.dropLast(2).first { index in
            text[index] == 0xEF && text[index + 1] == 0xB7 && (0x90...0xAF).contains(text[index + 2])
        }
        guard let found else { return }
        let value = 0xFDC0 + UInt32(text[found + 2] & 0x3F)
        let record = records.first { record in
            record.kind == .scalar && record.start <= found && found < record.start + record.count
        }
        guard let record else { return }
        try report(.noncharacter(value, at: record.position.range(in: file)))
    }

    private mutating func add(_ record: Record) -> UInt32 {
        let index = UInt32(records.count)
        records.append(record)
        pending.append(index)
        return index
    }
}
