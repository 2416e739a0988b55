public import Foundation

/// A JSON number (RFC 8259, section 6) of any magnitude and precision, stored as its text.
///
/// Numbers are compared by value: `1`, `1.0` and `10e-1` are equal. The client encodes each with its own text.
public struct JSONNumber: Sendable {
    /// The JSON text of the number.
    public let text: String

    /// - Parameter valid: A text that is known to be a JSON number.
    init(valid text: String) { self.text = text }

    /// Creates an integer.
    public init(_ value: some BinaryInteger) { text = String(value) }

    /// Creates the shortest number that is decoded as the same `Double`; `nil` if it is not finite.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = value.plain
    }

    /// Creates a decimal number exactly; `nil` for `Decimal.nan`.
    public init?(_ value: Decimal) {
        guard value.isFinite else { return nil }
        text = value.description
    }

    /// The value, if it is an integer that fits `Int`.
    public var integer: Int? { whole() }

    /// The value, rounded to `Double`; infinite beyond its range.
    public var double: Double { Double(text) ?? .nan }

    /// The value, if `Decimal` can represent it exactly, with up to 38 digits.
    public var decimal: Decimal? {
        guard let decimal = Decimal(string: text), let number = JSONNumber(decimal), number == self else {
            return nil
        }
        return decimal
    }

    /// Whether the value is an integer, in any notation.
    public var isInteger: Bool { digits.exponent >= 0 }

    /// The value, if it is an integer that fits.
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

    public static func < (left: Self, right: Self) -> Bool {
        if let left = Int(left.text), let right = Int(right.text) { return left < right }
        return left.digits < right.digits
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(digits) }

    var digits: DecimalDigits { DecimalDigits(text) }
}

extension JSONNumber: CustomStringConvertible {
    public var description: String { text }
}

extension JSONNumber: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int64) { self.init(value) }
}

extension JSONNumber: ExpressibleByFloatLiteral {
    /// Creates the shortest number that is nearest to the same `Double`: `0.1` is exactly one tenth.
    public init(floatLiteral value: Double) {
        guard let number = JSONNumber(value) else { preconditionFailure("\(value) is no number of JSON") }
        self = number
    }
}

extension Double {
    /// The shortest text that is parsed as this number, integers without `.0`.
    var plain: String {
        if self == 0, sign == .minus { return "-0" }
        return Int64(exactly: self).map { String($0) } ?? String(self)
    }
}
