import Foundation

/// The rate limit of the caller.
///
/// No standard defines the headers yet. Those that the document names (`x-response-headers`) take precedence, then
/// `RateLimit` with `RateLimit-Policy` (IETF draft "RateLimit header fields for HTTP", versions 8 and later), then
/// `RateLimit-Limit`, `-Remaining` and `-Reset` (the same draft, as of 2021), then the same names with the prefix `X-`.
///
/// If `RateLimit` lists several policies, the most restrictive is shown: that with the least remainder, and of these the
/// one with the last reset.
public struct RateLimit: Hashable, Sendable {
    /// The number of requests allowed in a time window.
    public let limit: Int?
    /// The number of requests left in the window; never negative.
    public let remaining: Int?
    /// The start of the next window.
    public let reset: RetryAfter?

    /// The number of requests made in the window, if the limit and the remainder are known.
    public var used: Int? {
        guard let limit, let remaining else { return nil }
        return limit - remaining
    }
}

extension RateLimit {
    /// - Parameter names: The service's own header names.
    /// - Returns: `nil` if the headers state no limit, remainder or reset.
    init?(_ headers: HTTPFields, by names: ClientConfiguration.ResponseHeaders) {
        let common = RateLimit(ofPoliciesIn: headers) ?? RateLimit(commonIn: headers)
        limit = Self.number(names.limit, in: headers) ?? common.limit
        let used = Self.number(names.used, in: headers)
        let rest = limit.flatMap { limit in used.map { max(0, limit - $0) } }
        remaining = Self.number(names.remaining, in: headers) ?? rest ?? common.remaining
        reset = Self.number(names.reset, in: headers).map(Self.instant) ?? common.reset
        if limit == nil && remaining == nil && reset == nil { return nil }
    }

    private init(commonIn headers: HTTPFields) {
        limit = Self.number(common: "Limit", in: headers)
        remaining = Self.number(common: "Remaining", in: headers)
        reset = Self.number(common: "Reset", in: headers).map(Self.instant)
    }

    /// The number of the first of the common headers that has one.
    private static func number(common name: String, in headers: HTTPFields) -> Int? {
        ["", "X-"].lazy.compactMap { number(HTTPField.Name("\($0)RateLimit-\(name)"), in: headers) }.first
    }

    /// The leading number of a header: a list such as `100, 100;w=60` begins with the limit in force.
    private static func number(_ name: HTTPField.Name?, in headers: HTTPFields) -> Int? {
        name.flatMap { headers[$0] }.flatMap { Int($0.prefix(while: \.isNumber)) }
    }

    /// Services send either a delay in seconds or a Unix time; a window never lasts for years.
    private static func instant(_ number: Int) -> RetryAfter {
        number < 1_000_000_000 ? .seconds(number) : .date(Date(timeIntervalSince1970: Double(number)))
    }
}
