/// A value without members, for types that read it alone.
///
/// As few words as its decoder, so that it needs no memory of its own either.
struct SingleNode: SingleValueDecodingContainer {
    let decoder: JSONNodeDecoder

    var codingPath: [any CodingKey] { decoder.codingPath }
    private var kind: JSONDocument.Node.Kind { decoder.kind }
    private var isNumber: Bool { kind == .integer || kind == .number }

    func decodeNil() -> Bool { kind == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        switch kind {
        case .true: true
        case .false: false
        default: throw decoder.mismatch(expected: Expectation.words(for: type))
        }
    }

    func decode(_ type: String.Type) throws -> String { try decoder.text(expected: "a string") }
    func decode(_ type: Double.Type) throws -> Double { try floatingPoint() }
    func decode(_ type: Float.Type) throws -> Float { try floatingPoint() }
    func decode(_ type: Int.Type) throws -> Int { try integer() }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
    func decode(_ type: Int128.Type) throws -> Int128 { try integer() }
    func decode(_ type: UInt.Type) throws -> UInt { try integer() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }
    func decode(_ type: UInt128.Type) throws -> UInt128 { try integer() }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.decode(type) }
}

extension SingleNode {
    /// `2.0` and `2e3` are integers, too (JSON Schema 2020-12, section 6.1.1).
    private func integer<Integer: FixedWidthInteger>() throws -> Integer {
        guard isNumber else { throw decoder.mismatch(expected: "an integer") }
        let document = decoder.document
        if kind == .integer, let integer: Integer = document.smallInteger(at: decoder.node) { return integer }
        let number = try decoder.number()
        if let integer: Integer = number.whole() { return integer }
        throw decoder.mismatch(
            expected: number.isInteger
                ? "an integer between \(Integer.min) and \(Integer.max)" : "an integer")
    }

    private func floatingPoint<Number: BinaryFloatingPoint & LosslessStringConvertible>() throws -> Number {
        guard isNumber else { throw decoder.mismatch(expected: "a number") }
        guard let number = Number(decoder.document.text(of: decoder.node)), number.isFinite else {
            throw decoder.mismatch(
                expected: "a number between \(-Number.greatestFiniteMagnitude) and "
                    + "\(Number.greatestFiniteMagnitude)")
        }
        return number
    }
}

extension JSONDocument {
    /// The value of an integer of at most 18 digits, which no `Int64` is too small for.
    fileprivate func smallInteger<Integer: FixedWidthInteger>(at node: Int) -> Integer? {
        let (start, end) = (nodes[node].start, nodes[node].end)
        guard end - start <= 18 else { return nil }
        let isNegative = bytes[start] == UInt8(ascii: "-")
        var value: Int64 = 0
        for index in (isNegative ? start + 1 : start)..<end {
            value = value &* 10 &+ Int64(bytes[index] &- UInt8(ascii: "0"))
        }
        return Integer(exactly: isNegative ? -value : value)
    }
}
