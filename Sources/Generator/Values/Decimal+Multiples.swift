import Foundation

extension Decimal {
    /// Whether the value is an integer multiple of a step.
    func isMultiple(of step: Decimal) -> Bool {
        let quotient = self / step
        return quotient.rounded == quotient
    }

    var rounded: Decimal {
        var (value, result) = (self, Decimal())
        NSDecimalRound(&result, &value, 0, .plain)
        return result
    }
}
