import Foundation

/// A number of a document, to the last digit.
struct ExactNumber: Sendable {
    let double: Double
    /// As JSON writes it (RFC 8259, section 6); `nil` for a number that YAML writes in a form of its own.
    let text: String?
    /// Exact as far as there are no more than 38 digits; `nil` beyond the bounds of `Decimal`.
    private let decimal: Decimal?

    /// - Parameter text: The number as it is written.
    init(_ double: Double, text: String?) {
        self.double = double
        self.text = text.flatMap { $0.isJSONNumber ? $0 : nil }
        let decimal = self.text.flatMap { Decimal(string: $0) } ?? Decimal(double)
        let isNear =
            decimal.isFinite
            && abs(NSDecimalNumber(decimal: decimal).doubleValue - double) <= abs(double) * 1e-9
        self.decimal = isNear ? decimal : nil
    }

    /// Whether the shortest text of the `Double` is the number.
    var isDouble: Bool {
        guard let text, let decimal, let shortest = Decimal(string: "\(double)") else { return false }
        return text.filter(\.isNumber).count <= 38 && shortest == decimal
    }

    /// The number without a fraction where there is none.
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
