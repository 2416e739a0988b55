public import Foundation

/// When to ask again: the `Retry-After` header (RFC 9110, section 10.2.3).
public enum RetryAfter: Hashable, Sendable {
    /// After so many seconds.
    case seconds(Int)
    /// At this instant.
    case date(Date)

    /// The time to wait, counted from an instant; never negative, and never more than a billion seconds, which a clock
    /// can count.
    public func delay(from now: Date = Date()) -> Duration {
        switch self {
        case .seconds(let seconds): max(.zero, min(.seconds(seconds), .longest))
        case .date(let date): max(.zero, min(.seconds(date.timeIntervalSince(now)), .longest))
        }
    }
}

extension RetryAfter {
    init?(_ text: String) {
        if let seconds = Int(text), seconds >= 0 {
            self = .seconds(seconds)
        } else if let date = Date(httpDate: text) {
            self = .date(date)
        } else {
            return nil
        }
    }
}

extension RetryAfter: CustomStringConvertible {
    public var description: String {
        switch self {
        case .seconds(let seconds): "after \(seconds) s"
        case .date(let date): "after \(date.rfc3339 ?? "a date out of range")"
        }
    }
}

extension Date {
    /// Reads an HTTP date in each of its three forms (RFC 9110, section 5.6.7).
    init?(httpDate text: String) {
        var words = text.split { " ,-".contains($0) }.dropFirst().map(String.init)
        guard words.count >= 4 else { return nil }
        if Self.months.contains(words[0]) {
            // asctime, `Nov  6 08:49:37 1994`: brought into the order of the other two.
            words = [words[1], words[0], words[3], words[2]]
        }
        guard let day = Int(words[0]), let month = Self.months.firstIndex(of: words[1]),
            let year = Self.year(words[2]),
            let date = CalendarDate(year: year, month: month + 1, day: day)
        else { return nil }
        self.init(rfc3339: "\(date)T\(words[3])Z")
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Two digits are a year of the obsolete form of RFC 850; no service dates its waits in the last century.
    private static func year(_ text: String) -> Int? {
        Int(text).map { text.count == 2 ? 2000 + $0 : $0 }
    }
}
