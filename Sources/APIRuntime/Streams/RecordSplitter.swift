/// Splits a JSON text sequence into its texts incrementally (RFC 7464).
///
/// A text is complete at the line feed that ends it rather than at the next record separator, which may be delayed. To
/// find that line feed, brackets are counted.
struct RecordSplitter {
    private var records: ArraySlice<[UInt8]> = []
    private var record: [UInt8] = []
    private var depth = 0
    private var isInText = false
    private var isEscaped = false

    mutating func append(_ chunk: some Collection<UInt8>) {
        for byte in chunk { take(byte) }
    }

    mutating func next() -> [UInt8]? {
        records.popFirst()
    }

    /// Ends the current record, even if it is truncated.
    mutating func finish() {
        if !record.allSatisfy(\.isJSONSpace) { records.append(record) }
        (record, depth, isInText, isEscaped) = ([], 0, false, false)
    }

    private mutating func take(_ byte: UInt8) {
        if byte == 0x1E { return finish() }
        record.append(byte)
        if isInText {
            isInText = byte != UInt8(ascii: "\"") || isEscaped
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            return
        }
        switch byte {
        case UInt8(ascii: "\""): isInText = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: "\n") where depth <= 0: finish()
        default: break
        }
    }
}

extension UInt8 {
    /// Whether JSON allows the byte between its tokens (RFC 8259, section 2).
    var isJSONSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
