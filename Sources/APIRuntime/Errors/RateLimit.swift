import Foundation

/// The rate limit of the caller.
///
/// No standard defines the headers yet. Those that the document names (`x-response-headers`) take precedence, then
/// `RateLimit-Limit`, `-Remaining` and `-Reset` (IETF draft "RateLimit header fields for HTTP", as of 2021), then the
/// same names with the prefix `X-`.
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
        limit = Self.number(names.limit, in: headers) ?? Self.number(common: "Limit", in: headers)
        let used = Self.number(names.used, in: headers)
        let rest = limit.flatMap { limit in used.map { max(0, limit - $0) } }
        remaining =
            Self.number(names.remaining, in: headers) ?? rest ?? Self.number(common: "Remaining", in: headers)
        reset = (Self.number(names.reset, in: headers) ?? Self.number(common: "Reset", in: headers))
            .map(Self.instant)
        if limit == nil && remaining == nil && reset == nil { return nil }
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
