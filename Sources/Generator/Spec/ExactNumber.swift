import Foundation

/// A number of a document, to the last digit as far as there are no more than 38 of them.
struct ExactNumber: Sendable {
    let double: Double
    /// `nil` beyond the bounds of `Decimal`.
    let decimal: Decimal?

    /// - Parameter text: The digits, where they are decimal.
    init(_ double: Double, text: String?) {
        self.double = double
        let decimal = text.flatMap { Decimal(string: $0) } ?? Decimal(double)
        let isNear =
            decimal.isFinite
            && abs(NSDecimalNumber(decimal: decimal).doubleValue - double) <= abs(double) * 1e-9
        self.decimal = isNear ? decimal : nil
    }

    /// The number without a fraction where there is none.
    var plain: String {
        if let whole = Int(exactly: double), abs(double) < 0x1p53 { return "\(whole)" }
        return decimal?.description ?? "\(double)"
    }
}

extension ExactNumber: Comparable {
    static func == (left: Self, right: Self) -> Bool { !(left < right) && !(right < left) }

    static func < (left: Self, right: Self) -> Bool {
        guard let decimal = left.decimal, let other = right.decimal else { return left.double < right.double }
        return decimal < other
    }
}
