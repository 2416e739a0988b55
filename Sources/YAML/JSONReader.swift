import APIGenSourceText

/// Parses JSON (RFC 8259) into the same tree as YAML.
///
/// JSON is formally YAML, but libyaml rejects surrogate pairs and keys of more than 1,024 characters, and takes several
/// times as long.
struct JSONReader: ~Copyable {
    let bytes: UnsafeBufferPointer<UInt8>
    var builder: TreeBuilder
    var offset = 0
    private var line: UInt32 = 1
    /// The offset of the line's column 0, advanced for each UTF-8 continuation byte.
    var columnBase = -1
    /// The current string with its escapes resolved.
    var unescaped: [UInt8] = []

    /// The bytes have to outlive the reader.
    private init(_ bytes: UnsafeBufferPointer<UInt8>, file: FileID) {
        self.bytes = bytes
        builder = TreeBuilder(file: file, size: bytes.count)
    }

    static func read(
        _ content: ArraySlice<UInt8>,
        file: FileID,
        diagnostics: inout Diagnostics,
    ) throws(SyntaxError) -> Tree? {
        let result = content.withUnsafeBufferPointer { bytes -> Result<(Tree?, Diagnostics), SyntaxError> in
            var reader = JSONReader(bytes, file: file)
            do throws(SyntaxError) {
                try reader.readDocument()
                let tree = try reader.builder.finish()
                return .success((tree, reader.builder.diagnostics))
            } catch {
                return .failure(error)
            }
        }
        let (tree, found) = try result.get()
        found.forward(to: &diagnostics)
        return tree
    }

    private mutating func readDocument() throws(SyntaxError) {
        skipBlanks()
        guard offset < bytes.count else { throw SyntaxError(.emptyDocument(in: builder.file)) }
        try readValue()
        while !builder.frames.isEmpty { try readMember() }
        skipBlanks()
        if offset < bytes.count { throw isComment ? comment : SyntaxError(.jsonTextAfterEnd(at: range)) }
    }

    /// Reads the next element or entry of the innermost open collection, or the end of it.
    private mutating func readMember() throws(SyntaxError) {
        guard let frame = builder.frames.last else { return }
        let closer = frame.kind == .mapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
        skipBlanks()
        if next == closer { return try close() }
        if !builder.isEmpty {
            let comma = range
            guard skip(UInt8(ascii: ",")) else { throw missingComma(in: frame) }
            skipBlanks()
            if next == closer { throw SyntaxError(.jsonTrailingComma(at: comma)) }
        }
        if frame.kind == .mapping { try readKey() }
        try readValue()
    }

    private mutating func readKey() throws(SyntaxError) {
        guard next == UInt8(ascii: "\"") else { throw unexpected(.key) }
        try readString()
        skipBlanks()
        guard skip(UInt8(ascii: ":")) else { throw unexpected(.colon) }
    }

    /// Reads a scalar, or the opening bracket of a collection.
    private mutating func readValue() throws(SyntaxError) {
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): try open(.mapping)
        case UInt8(ascii: "["): try open(.sequence)
        case UInt8(ascii: "\""): try readString()
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            try readNumber()
        default: try readLiteral()
        }
    }

    private mutating func open(_ kind: Node.Kind) throws(SyntaxError) {
        try builder.open(kind, at: position(length: 1))
        offset += 1
    }

    private mutating func close() throws(SyntaxError) {
        offset += 1
        _ = try builder.close()
    }

    private mutating func readLiteral() throws(SyntaxError) {
        let end = wordEnd
        switch String(decoding: bytes[offset..<end], as: UTF8.self) {
        case "true", "false", "null": addPlain(to: end)
        case let word where !word.isEmpty: throw SyntaxError(.jsonUnknownWord(word, at: range(to: end)))
        default: throw unexpected(.value)
        }
    }

    /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [-+]? [0-9]+)?`
    private mutating func readNumber() throws(SyntaxError) {
        var rest = bytes[offset..<numberEnd]
        rest.skip("-")
        let startsWithZero = rest.first == UInt8(ascii: "0")
        let digits = rest.skipDigits()
        var isValid = startsWithZero ? digits == 1 : digits > 0
        if rest.skip(".") { isValid = rest.skipDigits() > 0 && isValid }
        if rest.skip("eE") {
            rest.skip("+-")
            isValid = rest.skipDigits() > 0 && isValid
        }
        guard isValid, rest.isEmpty else {
            throw SyntaxError(.jsonNumber(text(to: rest.endIndex), at: range(to: rest.endIndex)))
        }
        addPlain(to: rest.endIndex)
    }
}

/// Access to bytes and positions.
extension JSONReader {
    /// The next byte, or 0 at the end, which is not valid in JSON.
    var next: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    var range: SourceRange { position(length: 1).range(in: builder.file) }

    func position(length: Int) -> Position {
        Position(line: line, column: UInt32(offset - columnBase), length: UInt32(length))
    }

    func range(to end: Int) -> SourceRange {
        position(length: end - offset).range(in: builder.file)
    }

    func text(to end: Int) -> String {
        String(decoding: bytes[offset..<end], as: UTF8.self)
    }

    /// The end of the word at the current offset.
    var wordEnd: Int {
        var end = offset
        while end < bytes.count, bytes[end].isWord { end += 1 }
        return end
    }

    /// The end of what looks like a number, including signs and decimal points.
    private var numberEnd: Int {
        var end = offset
        while end < bytes.count, bytes[end].isWord || "+-.".utf8.contains(bytes[end]) { end += 1 }
        return end
    }

    private mutating func addPlain(to end: Int) {
        let word = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[offset..<end])
        _ = builder.add(word, as: .plain, at: position(length: end - offset))
        offset = end
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        offset += 1
        return true
    }

    private mutating func skipBlanks() {
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            case UInt8(ascii: "\n"):
                line += 1
                columnBase = offset
            default: return
            }
            offset += 1
        }
    }
}

extension UInt8 {
    /// Whether this is an ASCII letter or digit, an underscore or a dollar sign.
    fileprivate var isWord: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"): true
        default: false
        }
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    @discardableResult
    fileprivate mutating func skip(_ wanted: StaticString) -> Bool {
        guard let first, wanted.withUTF8Buffer({ $0.contains(first) }) else { return false }
        removeFirst()
        return true
    }

    /// Skips digits, and returns their number.
    fileprivate mutating func skipDigits() -> Int {
        let start = startIndex
        while let first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) { removeFirst() }
        return startIndex - start
    }
}
