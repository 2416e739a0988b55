public import Foundation

/// When to retry: the `Retry-After` header (RFC 9110, section 10.2.3).
public enum RetryAfter: Hashable, Sendable {
    /// A delay in seconds.
    case seconds(Int)
    /// A point in time.
    case date(Date)

    /// The delay from a date; never negative, and at most a billion seconds, the most that clocks can count.
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
    /// Parses an HTTP date in any of its three forms (RFC 9110, section 5.6.7); `nil` for any other text.
    init?(httpDate text: String) {
        var words = text.split { " ,-".contains($0) }.dropFirst().map(String.init)
        guard words.count >= 4 else { return nil }
        if Self.months.contains(words[0]) {
            // asctime, `Nov  6 08:49:37 1994`: reordered like the other forms.
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

    /// Two digits are a year in the obsolete form of RFC 850. Retry dates are never in the last century.
    private static func year(_ text: String) -> Int? {
        Int(text).map { text.count == 2 ? 2000 + $0 : $0 }
    }
}
