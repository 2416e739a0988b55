import APIGenSourceText

/// Builds a tree from parsed nodes, and checks what the syntax does not restrict: keys and depth.
struct TreeBuilder {
    /// An open collection.
    struct Frame {
        let kind: Node.Kind
        let position: Position
        /// The index of its first child in `pending`.
        let firstChild: Int
    }

    /// The maximum nesting of collections. Real documents stay far below; recursive code that reads them must not
    /// exhaust the stack.
    static let maximumDepth = 500
    /// A file with more mistakes than this is probably not YAML or JSON at all.
    static let maximumDiagnostics = 100

    let file: FileID
    private(set) var frames: ContiguousArray<Frame> = []
    /// The children of open collections: they move to `children` when theirs closes.
    var pending: ContiguousArray<UInt32> = []
    var records: ContiguousArray<Record> = []
    private(set) var children: ContiguousArray<UInt32> = []
    var text: ContiguousArray<UInt8> = []
    var keys = KeyTable()
    /// The number of mappings closed so far, which identifies each of them in the key table.
    var mappingsClosed: UInt32 = 0
    /// The number of entries copied by merge keys so far.
    var entriesMerged = 0
    private var usesAliases = false
    private(set) var diagnostics = Diagnostics()
    private var reported = 0

    /// Reserves memory for a document of `size` bytes. Unused memory only takes address space.
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

    /// Reports a mistake after which parsing can continue.
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

    /// Adds another occurrence of a node that is already in the tree.
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

    /// The complete tree; `nil` after a mistake.
    mutating func finish() throws(SyntaxError) -> Tree? {
        try reportNoncharacter()
        guard !diagnostics.hasErrors, !records.isEmpty else { return nil }
        if usesAliases { try Extent.check(records, children: children) { $0.position.range(in: file) } }
        return Tree(files: [file], records: records, children: children, text: text, keys: keys)
    }

    /// Reports a scalar that contains one of U+FDD0 to U+FDEF, which are not allowed in interchanged text (RFC 7493,
    /// section 2.1), nor in Swift literals.
    private mutating func reportNoncharacter() throws(SyntaxError) {
        guard text.contains(0xEF) else { return }
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
