/// An item of a structured field with its parameters (RFC 9651, section 3.3).
struct StructuredItem: Hashable, Sendable {
    /// A bare item.
    enum Value: Hashable, Sendable {
        case string(String)
        case token(String)
        case integer(Int)
        /// A decimal, a byte sequence or a boolean, which no field of ours has a use for.
        case unread
    }

    let value: Value
    /// The parameters by their keys (section 3.1.2); of several with one key, the last.
    let parameters: [String: Value]

    /// The text of a string or a token.
    var name: String? {
        switch value {
        case .string(let text), .token(let text): text
        case .integer, .unread: nil
        }
    }

    /// A parameter that is an integer.
    func integer(_ key: String) -> Int? {
        if case .integer(let number)? = parameters[key] { number } else { nil }
    }

    /// Parses a list of items (section 4.2.1).
    ///
    /// - Returns: `nil` if the text is ill-formed, or contains a list in a list, a date or a display string.
    static func list(_ text: String) -> [StructuredItem]? {
        var parser = StructuredFieldParser(bytes: Array(text.utf8))
        return try? parser.list()
    }
}

/// Parses the bytes of a structured field (RFC 9651, section 4.2).
private struct StructuredFieldParser {
    private struct IllFormed: Error {}

    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func list() throws -> [StructuredItem] {
        var items: [StructuredItem] = []
        skip { $0 == " " }
        while next != nil {
            items.append(try item())
            skip { $0 == " " || $0 == "\t" }
            guard next != nil else { break }
            try consume(",")
            skip { $0 == " " || $0 == "\t" }
            if next == nil { throw IllFormed() }
        }
        return items
    }

    private mutating func item() throws -> StructuredItem {
        let value = try value()
        var parameters: [String: StructuredItem.Value] = [:]
        while next == ";" {
            position += 1
            skip { $0 == " " }
            let key = try key()
            guard next == "=" else {
                parameters[key] = .unread
                continue
            }
            position += 1
            parameters[key] = try self.value()
        }
        return StructuredItem(value: value, parameters: parameters)
    }

    private mutating func value() throws -> StructuredItem.Value {
        guard let next else { throw IllFormed() }
        switch next {
        case "-", "0"..."9": return try number()
        case "\"": return .string(try string())
        case ":": return try byteSequence()
        case "?": return try boolean()
        case "*", "a"..."z", "A"..."Z": return .token(take { $0.isOfToken })
        default: throw IllFormed()
        }
    }

    // MARK: - Parts

    private mutating func key() throws -> String {
        guard let next, next == "*" || ("a"..."z").contains(next) else { throw IllFormed() }
        return take { $0.isOfKey }
    }

    /// An integer of at most 15 digits, or a decimal of at most 12 and 3.
    private mutating func number() throws -> StructuredItem.Value {
        let sign = next == "-" ? -1 : 1
        if sign < 0 { position += 1 }
        let digits = take { ("0"..."9").contains($0) }
        guard let number = Int(digits), digits.count <= 15 else { throw IllFormed() }
        guard next == "." else { return .integer(sign * number) }
        position += 1
        let fraction = take { ("0"..."9").contains($0) }
        guard digits.count <= 12, (1...3).contains(fraction.count) else { throw IllFormed() }
        return .unread
    }

    private mutating func string() throws -> String {
        try consume("\"")
        var text = String.UnicodeScalarView()
        while let scalar = next, scalar != "\"" {
            position += 1
            guard (" "..."~").contains(scalar) else { throw IllFormed() }
            guard scalar == "\\" else {
                text.append(scalar)
                continue
            }
            guard let escaped = next, escaped == "\"" || escaped == "\\" else { throw IllFormed() }
            position += 1
            text.append(escaped)
        }
        try consume("\"")
        return String(text)
    }

    private mutating func byteSequence() throws -> StructuredItem.Value {
        try consume(":")
        _ = take { $0.isAlphanumeric || "+/=".unicodeScalars.contains($0) }
        try consume(":")
        return .unread
    }

    private mutating func boolean() throws -> StructuredItem.Value {
        try consume("?")
        guard next == "0" || next == "1" else { throw IllFormed() }
        position += 1
        return .unread
    }

    // MARK: - Bytes

    /// The next byte; a byte that is not ASCII is none that any part allows.
    private var next: Unicode.Scalar? { position < bytes.count ? Unicode.Scalar(bytes[position]) : nil }

    private mutating func consume(_ scalar: Unicode.Scalar) throws {
        guard next == scalar else { throw IllFormed() }
        position += 1
    }

    private mutating func take(_ isTaken: (Unicode.Scalar) -> Bool) -> String {
        let start = position
        skip(isTaken)
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func skip(_ isSkipped: (Unicode.Scalar) -> Bool) {
        while let scalar = next, isSkipped(scalar) { position += 1 }
    }
}

extension Unicode.Scalar {
    fileprivate var isAlphanumeric: Bool {
        ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
    }

    /// Whether a key may contain the character (section 3.1.2).
    fileprivate var isOfKey: Bool {
        ("a"..."z").contains(self) || ("0"..."9").contains(self) || "_-.*".unicodeScalars.contains(self)
    }

    /// Whether a token may contain the character (section 3.3.4).
    fileprivate var isOfToken: Bool {
        isAlphanumeric || "!#$%&'*+-.^_`|~:/".unicodeScalars.contains(self)
    }
}
