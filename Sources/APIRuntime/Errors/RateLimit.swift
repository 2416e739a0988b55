import Foundation

/// How much a service lets a caller do in a span of time, and what is left of it.
///
/// There is no standard yet for the headers that tell. Read are `RateLimit-Limit`, `-Remaining` and
/// `-Reset` (the IETF's draft "RateLimit header fields for HTTP", as of 2021), the same names after `X-`,
/// and those of Genesys, `inin-ratelimit-allowed`, `-count` and `-reset`.
public struct RateLimit: Hashable, Sendable {
    /// The number of requests in the span.
    public let limit: Int?
    /// How many of them are left; never negative.
    public let remaining: Int?
    /// When the next span begins.
    public let reset: RetryAfter?

    /// How many requests have been made, as far as the service tells.
    public var used: Int? {
        guard let limit, let remaining else { return nil }
        return limit - remaining
    }
}

extension RateLimit {
    /// - Returns: `nil` if the headers tell nothing of all this.
    init?(_ headers: HTTPFields) {
        limit = Self.number("Limit", in: headers) ?? Self.number("allowed", of: ["inin-"], in: headers)
        let count = Self.number("count", of: ["inin-"], in: headers)
        let rest = limit.flatMap { limit in count.map { max(0, limit - $0) } }
        remaining = Self.number("Remaining", in: headers) ?? rest
        reset = Self.number("Reset", of: ["", "X-", "inin-"], in: headers).map(Self.instant)
        if limit == nil && remaining == nil && reset == nil { return nil }
    }

    /// The number at the start of the first of the headers that has one: a list, as in `100, 100;w=60`, has
    /// the limit in force in front.
    private static func number(
        _ name: String, of prefixes: [String] = ["", "X-"], in headers: HTTPFields,
    ) -> Int? {
        prefixes.lazy
            .compactMap { HTTPField.Name("\($0)RateLimit-\(name)") }
            .compactMap { headers[$0] }
            .compactMap { Int($0.prefix(while: \.isNumber)) }
            .first
    }

    /// Some services send seconds, others the Unix time. A span never lasts for years.
    private static func instant(_ number: Int) -> RetryAfter {
        number < 1_000_000_000 ? .seconds(number) : .date(Date(timeIntervalSince1970: Double(number)))
    }
}
