/// A strict RFC 8259 parser that records the ranges of values.
struct JSONParser {
    /// The maximum nesting depth. Deeper texts are rejected, since decoding them could overflow the stack.
    static let greatestDepth = 512

    private let bytes: [UInt8]
    private var position: Int
    private var nodes: [JSONDocument.Node] = []
    private let deadline: Deadline

    private init(_ bytes: [UInt8], deadline: Deadline) {
        self.bytes = bytes
        self.deadline = deadline
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        nodes.reserveCapacity(bytes.count / 8)
    }

    static func nodes(of bytes: [UInt8], _ deadline: Deadline) throws -> [JSONDocument.Node] {
        var parser = JSONParser(bytes, deadline: deadline)
        try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.position == bytes.count else { throw parser.error }
        return parser.nodes
    }

    private var error: JSONSyntaxError { JSONSyntaxError(offset: position) }

    private mutating func value(depth: Int) throws {
        // The cost of checking the clock is negligible for so many values.
        if !nodes.isEmpty, nodes.count.isMultiple(of: JSONDocument.nodesBetweenLooks) { try deadline.check() }
        skipSpace()
        guard position < bytes.count else { throw error }
        switch bytes[position] {
        case UInt8(ascii: "{"): try container(.object, end: UInt8(ascii: "}"), depth: depth)
        case UInt8(ascii: "["): try container(.array, end: UInt8(ascii: "]"), depth: depth)
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "t"): try word("true", as: .true)
        case UInt8(ascii: "f"): try word("false", as: .false)
        case UInt8(ascii: "n"): try word("null", as: .null)
        default: try number()
        }
    }

    private mutating func add(_ kind: JSONDocument.Node.Kind, from start: Int, to end: Int) {
        nodes.append(JSONDocument.Node(kind: kind, start: start, end: end, next: nodes.count + 1))
    }

    // MARK: - Objects and arrays

    private mutating func container(
        _ kind: JSONDocument.Node.Kind, end: UInt8, depth: Int,
    ) throws {
        guard depth < Self.greatestDepth else {
            throw JSONSyntaxError(
                offset: position, expected: "JSON of at most \(Self.greatestDepth) levels")
        }
        let node = nodes.count
        add(kind, from: position, to: position)
        position += 1
        skipSpace()
        if !take(end) {
            repeat {
                if kind == .object { try name() }
                try value(depth: depth + 1)
                skipSpace()
            } while take(UInt8(ascii: ","))
            guard take(end) else { throw error }
        }
        nodes[node].end = position
        nodes[node].next = nodes.count
    }

    private mutating func name() throws(JSONSyntaxError) {
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw error }
        try string()
        skipSpace()
        guard take(UInt8(ascii: ":")) else { throw error }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] <= 0x20 {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    // MARK: - Scalars

    private mutating func word(_ word: StaticString, as kind: JSONDocument.Node.Kind) throws(JSONSyntaxError)
    {
        let start = position
        for index in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[index]) { throw error }
        add(kind, from: start, to: position)
    }

    private mutating func string() throws(JSONSyntaxError) {
        position += 1
        let start = position
        var (isPlain, isASCII) = (true, true)
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\\") {
                isPlain = false
                try escape()
            } else {
                guard byte >= 0x20 else { throw error }
                if byte >= 0x80 { isASCII = false }
                position += 1
            }
        }
        guard position < bytes.count else { throw error }
        if !isASCII, String(utf8: bytes[start..<position]) == nil {
            throw JSONSyntaxError(offset: start, expected: "JSON in UTF-8")
        }
        add(isPlain ? .plainString : .escapedString, from: start, to: position)
        position += 1
    }

    private mutating func escape() throws(JSONSyntaxError) {
        position += 1
        guard position < bytes.count else { throw error }
        switch bytes[position] {
        case UInt8(ascii: "u"):
            position += 1
            for _ in 0..<4 {
                guard position < bytes.count, JSONEscapes.digit(bytes[position]) != nil else { throw error }
                position += 1
            }
        case let byte where JSONEscapes.character(byte) != nil: position += 1
        default: throw error
        }
    }

    private mutating func number() throws(JSONSyntaxError) {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        let end = position
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        add(end == position ? .integer : .number, from: start, to: position)
    }

    private mutating func digits() throws(JSONSyntaxError) {
        let start = position
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
        guard position > start else { throw error }
    }
}
