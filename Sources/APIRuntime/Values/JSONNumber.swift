public import Foundation

/// A number of JSON (RFC 8259, section 6): of any size and precision, since it is the text that is kept.
///
/// Numbers are compared by their values: `1`, `1.0` and `10e-1` are the same number. Each goes out as it came.
public struct JSONNumber: Sendable {
    /// The number as JSON writes it.
    public let text: String

    /// - Parameter valid: A text that is known to be a number of JSON.
    init(valid text: String) { self.text = text }

    /// An integer.
    public init(_ value: some BinaryInteger) { text = String(value) }

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

extension Double {
    /// The shortest text that reads back as this number, whole numbers without `.0`.
    var plain: String {
        if self == 0, sign == .minus { return "-0" }
        return Int64(exactly: self).map { String($0) } ?? String(self)
    }
}
