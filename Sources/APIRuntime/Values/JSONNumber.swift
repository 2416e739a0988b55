public import Foundation

/// A number of JSON (RFC 8259, section 6): of any size and precision, since it is the text that is kept.
///
/// Numbers are compared by their values: `1`, `1.0` and `10e-1` are the same number. Each goes out as it came.
public struct JSONNumber: Sendable {
    /// The number as JSON writes it.
    public let text: String

    /// - Parameter valid: A text that is known to be a number of JSON.
    init(valid text: String) { self.text = text }

    /// Reads a number of JSON; `nil` for any other text, such as `+1`, `.5`, `0x10` or `inf`.
    public init?(_ text: String) {
        guard let document = try? JSONDocument(Data(text.utf8)),
            document.nodes[0].kind == .integer || document.nodes[0].kind == .number,
            document.range(of: 0) == 0..<text.utf8.count
        else { return nil }
        self.text = text
    }

    /// An integer.
    public init(_ value: some BinaryInteger) { text = String(value) }

    /// A number with more digits than a literal of Swift keeps, such as `JSONNumber(digits: "1.2345678901234567890")`.
    ///
    /// - Precondition: It is a number of JSON.
    public init(digits text: StaticString) {
        guard let number = JSONNumber("\(text)") else { preconditionFailure("\(text) is no number of JSON") }
        self = number
    }

    /// The shortest number that reads back as this one; `nil` if it is not finite.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = value.plain
    }

    /// A decimal number, exactly; `nil` for `Decimal.nan`.
    public init?(_ value: Decimal) {
        guard value.isFinite else { return nil }
        text = value.description
    }

    /// The value, if it is whole and fits `Int`.
    public var integer: Int? { whole() }

    /// The value, rounded to the precision of `Double`; beyond its bounds it is infinite.
    public var double: Double { Double(text) ?? .nan }

    /// The value, if `Decimal` holds it exactly: up to 38 digits.
    public var decimal: Decimal? {
        guard let decimal = Decimal(string: text), let number = JSONNumber(decimal), number == self else {
            return nil
        }
        return decimal
    }

    /// Whether the value is whole, however it is written.
    public var isInteger: Bool { digits.exponent >= 0 }

    /// The value, if it is whole and fits.
    func whole<Integer: FixedWidthInteger>() -> Integer? {
        if let integer = Integer(text) { return integer }
        let digits = digits
        guard digits.exponent >= 0, digits.count + digits.exponent <= 40 else { return nil }
        return Integer(digits.integerText)
    }
}

extension JSONNumber: Comparable, Hashable {
    public static func == (left: Self, right: Self) -> Bool {
        left.text == right.text || left.digits == right.digits
    }

    public static func < (left: Self, right: Self) -> Bool { left.digits < right.digits }

    public func hash(into hasher: inout Hasher) { hasher.combine(digits) }

    var digits: DecimalDigits { DecimalDigits(text) }
}

extension JSONNumber: CustomStringConvertible {
    public var description: String { text }
}

extension JSONNumber: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int128) { self.init(value) }
}

extension JSONNumber: ExpressibleByFloatLiteral {
    /// A literal stands for the shortest number that is nearest to the same `Double`: `0.1` is exactly one tenth.
    public init(floatLiteral value: Double) {
        guard let number = JSONNumber(value) else { preconditionFailure("\(value) is no number of JSON") }
        self = number
    }
}

extension JSONNumber: Codable {
    /// A decoder other than that of the client may hand out no more than the precision of its own types.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = Self(container) {
            self = number
        } else if let number = JSONNumber(try container.decode(Double.self)) {
            self = number
        } else {
            throw decoder.mismatch(expected: "a number")
        }
    }

    private init?(_ container: any SingleValueDecodingContainer) {
        if let container = container as? JSONNodeDecoder {
            guard let number = try? container.number() else { return nil }
            self = number
        } else if let value = try? container.decode(Int64.self) {
            self.init(value)
        } else if let value = try? container.decode(UInt64.self) {
            self.init(value)
        } else if let value = try? container.decode(Decimal.self) {
            self.init(value)
        } else {
            return nil
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value: Int64 = whole() {
            try container.encode(value)
        } else if let value: UInt64 = whole() {
            try container.encode(value)
        } else if let decimal {
            try container.encode(decimal)
        } else {
            try container.encode(double)
        }
    }
}
