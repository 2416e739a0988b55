/// The calendar of RFC 3339: proleptic Gregorian, years 0 to 9999.
enum Gregorian {
    static func daysInMonth(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func isValid(year: Int, month: Int, day: Int) -> Bool {
        (0...9999).contains(year) && (1...12).contains(month) && day >= 1
            && day <= daysInMonth(month, of: year)
    }

    /// The number of days since 1970-01-01.
    static func days(year: Int, month: Int, day: Int) -> Int {
        // Counted from March, so that the leap day is the last of its year.
        let year = month <= 2 ? year - 1 : year
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return 365 * year + floorDivide(year, by: 4) - floorDivide(year, by: 100) + floorDivide(year, by: 400)
            + dayOfYear - daysBefore1970
    }

    /// The day at a number of days since 1970-01-01.
    static func day(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let days = days + daysBefore1970
        let era = floorDivide(days, by: daysInEra)
        let dayOfEra = days - era * daysInEra
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
    }

    /// From 1 March of year 0 to 1 January 1970.
    private static let daysBefore1970 = 719_468
    /// The calendar repeats every 400 years.
    private static let daysInEra = 146_097

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static func floorDivide(_ value: Int, by divisor: Int) -> Int {
        value >= 0 ? value / divisor : (value - divisor + 1) / divisor
    }
}
