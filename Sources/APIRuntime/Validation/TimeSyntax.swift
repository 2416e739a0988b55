/// Dates and times of RFC 3339, section 5.6.
enum TimeSyntax {
    static func isDateTime(_ text: String) -> Bool {
        var reader = DigitReader(text)
        return CalendarDate(&reader) != nil && reader.take("Tt") != nil && isTime(&reader)
    }

    static func isTime(_ text: String) -> Bool {
        var reader = DigitReader(text)
        return isTime(&reader)
    }

    private static func isTime(_ reader: inout DigitReader) -> Bool {
        guard let hour = reader.number(digits: 2), hour < 24, reader.take(":") != nil,
            let minute = reader.number(digits: 2), minute < 60, reader.take(":") != nil,
            let second = reader.number(digits: 2), second <= 60
        else { return false }
        if reader.take(".") != nil, reader.digits() == nil { return false }
        guard let offset = offset(&reader), reader.isAtEnd else { return false }
        // A leap second is the last of a day in UTC.
        let day = 24 * 60
        return second < 60 || (hour * 60 + minute - offset + day) % day == day - 1
    }

    /// The minutes that local time is ahead of UTC.
    private static func offset(_ reader: inout DigitReader) -> Int? {
        guard let sign = reader.take("Zz+-") else { return nil }
        if sign == "Z" || sign == "z" { return 0 }
        guard let hours = reader.number(digits: 2), hours < 24, reader.take(":") != nil,
            let minutes = reader.number(digits: 2), minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (sign == "-" ? -1 : 1)
    }
}
