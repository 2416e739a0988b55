public import Foundation

/// A day of the Gregorian calendar without time and time zone: `full-date` of RFC 3339, section 5.6.
public struct CalendarDate: Hashable, Sendable {
    /// The year, 0 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, 1 to 31.
    public let day: Int

    /// Creates a day, or `nil` if it does not exist.
    public init?(year: Int, month: Int, day: Int) {
        guard Gregorian.isValid(year: year, month: month, day: day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Creates the day of a point in time in a time zone; `nil` outside the years 0 to 9999.
    public init?(_ instant: Date, in timeZone: TimeZone) {
        let seconds = instant.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: instant))
        guard let days = Int(exactly: (seconds / 86400).rounded(.down)) else { return nil }
        let (year, month, day) = Gregorian.day(days)
        self.init(year: year, month: month, day: day)
    }
}

extension CalendarDate: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDate: LosslessStringConvertible {
    /// Parses `2024-02-29`; `nil` for any other form and for days that do not exist.
    public init?(_ description: String) {
        var reader = DigitReader(description)
        guard let date = CalendarDate(&reader), reader.isAtEnd else { return nil }
        self = date
    }

    init?(_ reader: inout DigitReader) {
        guard let year = reader.number(digits: 4), reader.take("-") != nil,
            let month = reader.number(digits: 2), reader.take("-") != nil,
            let day = reader.number(digits: 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day in the form `2024-02-29`.
    public var description: String {
        "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }
}

extension Int {
    /// The decimal number, padded with leading zeros.
    func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
