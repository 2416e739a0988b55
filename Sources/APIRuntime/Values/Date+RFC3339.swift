import Foundation

extension Date {
    /// Parses a `date-time` of RFC 3339, section 5.6, with any number of fractional digits, `T` and `Z` in either case,
    /// and leap seconds, which count as the first second of the next minute. Dates that do not exist are rejected.
    ///
    /// - Parameter isStrict: Whether only this syntax is accepted. Otherwise, variants that services write are
    ///   accepted, too: a space for the `T`, a decimal comma, an offset without its colon, no time zone, which is UTC,
    ///   and no time, which is midnight UTC.
    init?(rfc3339 text: String, isStrict: Bool = false) {
        var reader = DigitReader(text)
        guard let day = CalendarDate(&reader) else { return nil }
        if !isStrict, reader.isAtEnd {
            let days = Gregorian.days(year: day.year, month: day.month, day: day.day)
            self.init(seconds: days * 86400, fraction: DecimalFraction(digits: []))
            return
        }
        guard reader.take(isStrict ? "Tt" : "Tt ") != nil, let seconds = Self.secondOfDay(&reader),
            let fraction = Self.fraction(&reader, isStrict: isStrict),
            let offset = Self.offset(&reader, isStrict: isStrict),
            reader.isAtEnd
        else { return nil }
        let days = Gregorian.days(year: day.year, month: day.month, day: day.day)
        self.init(seconds: days * 86400 + seconds - offset, fraction: fraction)
    }

    private static func secondOfDay(_ reader: inout DigitReader) -> Int? {
        guard let hour = reader.number(digits: 2), hour < 24, reader.take(":") != nil,
            let minute = reader.number(digits: 2), minute < 60, reader.take(":") != nil,
            let second = reader.number(digits: 2), second <= 60
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    private static func fraction(_ reader: inout DigitReader, isStrict: Bool) -> DecimalFraction? {
        guard reader.take(isStrict ? "." : ".,") != nil else { return DecimalFraction(digits: []) }
        return reader.digits().map(DecimalFraction.init)
    }

    private static func offset(_ reader: inout DigitReader, isStrict: Bool) -> Int? {
        if !isStrict, reader.isAtEnd { return 0 }
        guard let sign = reader.take("Zz+-") else { return nil }
        if sign == "Z" || sign == "z" { return 0 }
        guard let hours = reader.number(digits: 2), hours < 24 else { return nil }
        if reader.take(":") == nil, isStrict { return nil }
        guard let minutes = reader.number(digits: 2), minutes < 60 else { return nil }
        return (hours * 60 + minutes) * (sign == "-" ? -60 : 60)
    }

    /// `Date` counts from 2001, but most dates are made from seconds since 1970, which near today has half the
    /// precision. With up to six fractional digits, the latter is used, so that
    /// `Date(timeIntervalSince1970: 1_700_000_000.123)` equals its text with three digits.
    ///
    /// The last fractions of the year 9999 are rounded down, so that a common value for "never" can be encoded again.
    private init(seconds: Int, fraction: DecimalFraction) {
        if fraction.count <= 6 {
            self.init(timeIntervalSince1970: Double(seconds) + fraction.value)
        } else {
            let seconds = seconds - Int(Self.timeIntervalBetween1970AndReferenceDate)
            self.init(timeIntervalSinceReferenceDate: Double(seconds) + fraction.value)
        }
        if self == Self.year10000, seconds < Int(Self.year10000.timeIntervalSince1970) {
            self.init(timeIntervalSince1970: timeIntervalSince1970.nextDown)
        }
    }

    private static let year10000 = Date(timeIntervalSince1970: 253_402_300_800)

    /// The date by RFC 3339 in UTC, with the fewest of three, six or nine fractional digits that preserve it; `nil`
    /// outside the years 0 to 9999.
    ///
    /// Within weeks of the start of 2001, `Date` is finer than nanoseconds, and twelve may be needed.
    var rfc3339: String? { rfc3339(decimals: nil) }

    /// The date by RFC 3339 in UTC with a number of fractional digits; `nil` for as many as ``rfc3339`` has.
    func rfc3339(decimals count: Int?) -> String? {
        let whole = timeIntervalSinceReferenceDate.rounded(.down)
        guard abs(whole) < 1e12 else { return nil }
        let seconds = Int(whole) + Int(Self.timeIntervalBetween1970AndReferenceDate)
        let fraction = timeIntervalSinceReferenceDate - whole
        for candidate in count.map({ [$0] }) ?? [3, 6, 9] {
            let (carry, decimals) = DecimalFraction.rounding(fraction, to: candidate)
            if count != nil || Date(seconds: seconds + carry, fraction: decimals) == self {
                return Self.text(seconds: seconds + carry, decimals)
            }
        }
        let (carry, decimals) = DecimalFraction.rounding(fraction, to: 12)
        return Self.text(seconds: seconds + carry, decimals)
    }

    private static func text(seconds: Int, _ fraction: DecimalFraction) -> String? {
        let days = Int((Double(seconds) / 86400).rounded(.down))
        let (year, month, day) = Gregorian.day(days)
        guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
        let second = seconds - days * 86400
        let time = [second / 3600, second / 60 % 60, second % 60].map { $0.padded(to: 2) }
        return "\(date)T\(time.joined(separator: ":")).\(fraction.digits)Z"
    }
}

/// The fractional digits of a second.
private struct DecimalFraction {
    let count: Int
    private let units: Int

    /// Digits beyond the eighteenth are below the precision of any `Date` and would not fit an `Int`.
    init(digits: [Int]) {
        count = Swift.min(digits.count, 18)
        units = digits.prefix(18).reduce(0) { $0 * 10 + $1 }
    }

    private init(count: Int, units: Int) {
        self.count = count
        self.units = units
    }

    /// Rounds a fraction below 1 to a number of digits; the carry is 1 if it becomes a whole second.
    static func rounding(_ fraction: Double, to count: Int) -> (carry: Int, DecimalFraction) {
        let scale = power(count)
        let units = Int((fraction * Double(scale)).rounded())
        return (units / scale, DecimalFraction(count: count, units: units % scale))
    }

    var value: Double { Double(units) / Double(Self.power(count)) }

    var digits: String { units.padded(to: count) }

    private static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}
