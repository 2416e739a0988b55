/// The exact value of a decimal number: an integer times a power of ten.
///
/// The representation is unique: there are no leading or trailing zeros, and no digits for zero.
struct DecimalDigits: Hashable {
    let isNegative: Bool
    private let digits: [UInt8]
    /// The exponent of the power of ten.
    let exponent: Int

    /// - Parameter text: A JSON number.
    init(_ text: String) {
        let parts = text.utf8.split(omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "e") }
        let mantissa = parts[0].split(separator: UInt8(ascii: "."))
        let fraction = mantissa.count > 1 ? mantissa[1] : parts[0].prefix(0)
        let all = (Array(mantissa[0]) + fraction).filter { $0 != UInt8(ascii: "-") }
            .map { $0 - UInt8(ascii: "0") }
        let significant = all.drop { $0 == 0 }
        let end = significant.lastIndex { $0 != 0 }.map { $0 + 1 } ?? significant.startIndex
        digits = Array(significant[..<end])
        isNegative = parts[0].first == UInt8(ascii: "-") && !digits.isEmpty
        let written = parts.count > 1 ? Self.exponent(parts[1]) : 0
        exponent = digits.isEmpty ? 0 : written - fraction.count + (significant.endIndex - end)
    }

    /// An exponent out of range is clamped, so that the number still compares beyond all others.
    private static func exponent(_ text: Substring.UTF8View) -> Int {
        let text = String(decoding: text, as: UTF8.self)
        let bound = text.hasPrefix("-") ? -limit : limit
        return Int(text).map { Swift.max(-limit, Swift.min(limit, $0)) } ?? bound
    }

    private static let limit = Int.max / 4

    /// The number of digits.
    var count: Int { digits.count }

    /// The digits of an integer, including trailing zeros.
    var integerText: String {
        let text = digits.map { String($0) }.joined() + String(repeating: "0", count: exponent)
        return (isNegative ? "-" : "") + (digits.isEmpty ? "0" : text)
    }
}

extension DecimalDigits {
    /// Whether the value is an integer multiple of a step.
    ///
    /// - Returns: `true` for a step of more than 18 digits, which cannot be calculated, and for a step of zero.
    func isMultiple(of step: Self) -> Bool {
        guard !digits.isEmpty, !step.digits.isEmpty, step.count <= 18 else { return true }
        let shift = exponent - step.exponent
        // The last digit is not zero, so that no power of ten divides the value.
        guard shift >= 0 else { return false }
        let divisor = step.digits.reduce(0 as UInt64) { $0 * 10 + UInt64($1) }
        var remainder = digits.reduce(0 as UInt64) { ($0 * 10 + UInt64($1)) % divisor }
        // Further factors have nothing in common with a divisor below 2^64.
        for _ in 0..<Swift.min(shift, 64) where remainder > 0 { remainder = remainder * 10 % divisor }
        return remainder == 0
    }
}

extension DecimalDigits: Comparable {
    static func < (left: Self, right: Self) -> Bool {
        switch (left.isNegative, right.isNegative) {
        case (true, false): true
        case (false, true): false
        case (true, true): right.isLess(than: left)
        case (false, false): left.isLess(than: right)
        }
    }

    private func isLess(than other: Self) -> Bool {
        guard !other.digits.isEmpty else { return false }
        guard !digits.isEmpty else { return true }
        let (scale, otherScale) = (count + exponent, other.count + other.exponent)
        return scale == otherScale ? digits.lexicographicallyPrecedes(other.digits) : scale < otherScale
    }
}
