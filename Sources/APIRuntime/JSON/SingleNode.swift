/// The single-value container of a node.
///
/// It is as small as its decoder, so that it needs no allocation either.
struct SingleNode: SingleValueDecodingContainer {
    let decoder: JSONNodeDecoder

    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.kind == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        switch decoder.kind {
        case .true: return true
        case .false: return false
        case .object, .array, .null, .integer, .number, .plainString, .escapedString:
            let expected = Expectation.words(for: type)
            guard decoder.isLenient, let text = try? decoder.text(expected: expected), let value = Bool(text)
            else { throw decoder.mismatch(expected: expected) }
            decoder.depart(expected: expected)
            return value
        }
    }

    func decode(_ type: String.Type) throws -> String {
        switch decoder.kind {
        case .true, .false, .integer, .number:
            guard decoder.isLenient else { fallthrough }
            decoder.depart(expected: "a string")
            return decoder.document.text(of: decoder.node)
        case .object, .array, .null, .plainString, .escapedString:
            return try decoder.text(expected: "a string")
        }
    }

    func decode(_ type: Double.Type) throws -> Double { try floatingPoint() }
    func decode(_ type: Float.Type) throws -> Float { try floatingPoint() }
    func decode(_ type: Int.Type) throws -> Int { try integer() }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
    @available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *)
    func decode(_ type: Int128.Type) throws -> Int128 { try integer() }
    func decode(_ type: UInt.Type) throws -> UInt { try integer() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }
    @available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *)
    func decode(_ type: UInt128.Type) throws -> UInt128 { try integer() }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.decode(type) }
}

extension SingleNode {
    /// Decodes an integer, `2.0` and `2e3` included (JSON Schema 2020-12, validation, section 6.1.1).
    private func integer<Integer: FixedWidthInteger>() throws -> Integer {
        let document = decoder.document
        if decoder.kind == .integer, let integer: Integer = document.smallInteger(at: decoder.node) {
            return integer
        }
        let number = try decoder.number(expected: "an integer")
        if let integer: Integer = number.whole() { return integer }
        throw decoder.mismatch(
            expected: number.isInteger
                ? "an integer between \(Integer.min) and \(Integer.max)" : "an integer")
    }

    private func floatingPoint<Number: BinaryFloatingPoint & LosslessStringConvertible>() throws -> Number {
        guard let number = Number(try decoder.number().text), number.isFinite else {
            throw decoder.mismatch(
                expected: "a number between \(-Number.greatestFiniteMagnitude) and "
                    + "\(Number.greatestFiniteMagnitude)")
        }
        return number
    }
}

extension JSONDocument {
    /// The value of an integer of at most 18 bytes, which fits `Int64`; `nil` if it does not fit `Integer`.
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
