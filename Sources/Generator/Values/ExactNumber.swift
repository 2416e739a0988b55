import Foundation

/// An exact number in the document.
struct ExactNumber: Sendable {
    let double: Double
    /// The number as written in JSON (RFC 8259, section 6); `nil` if the document uses another YAML notation.
    let text: String?
    /// Exact up to 38 digits; `nil` if it exceeds the range of `Decimal`.
    private let decimal: Decimal?

    /// - Parameter text: The number as it is written.
    init(_ double: Double, text: String?) {
        self.double = double
        self.text = text.flatMap { $0.isJSONNumber ? $0 : nil }
        let decimal = self.text.flatMap { Decimal(string: $0) } ?? (double.isFinite ? Decimal(double) : .nan)
        let isNear =
            decimal.isFinite
            && abs(NSDecimalNumber(decimal: decimal).doubleValue - double) <= abs(double) * 1e-9
        self.decimal = isNear ? decimal : nil
    }

    /// Whether the shortest decimal representation of the `Double` equals the number.
    var isDouble: Bool {
        guard let text, let decimal, let shortest = Decimal(string: "\(double)") else { return false }
        return text.filter(\.isNumber).count <= 38 && shortest == decimal
    }

    /// The number as a string, without a fraction if it is an integer.
    var plain: String {
        if let whole = Int(exactly: double), abs(double) < 0x1p53 { return "\(whole)" }
        return text ?? "\(double)"
    }
}

extension ExactNumber: Comparable {
    static func == (left: Self, right: Self) -> Bool { !(left < right) && !(right < left) }

    static func < (left: Self, right: Self) -> Bool {
        guard let decimal = left.decimal, let other = right.decimal else { return left.double < right.double }
        return decimal < other
    }
}
