import Foundation

/// How much a service lets a caller do in a span of time, and what is left of it.
///
/// There is no standard yet for the headers that tell. Read are those that the document of the service names
/// (`x-response-headers`), then `RateLimit-Limit`, `-Remaining` and `-Reset` (the IETF's draft "RateLimit header
/// fields for HTTP", as of 2021), and the same names after `X-`.
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
    /// - Parameter names: The names of headers that are the service's own.
    /// - Returns: `nil` if the headers tell nothing of all this.
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

    /// The number at the start of a header: a list, as in `100, 100;w=60`, has the limit in force in front.
    private static func number(_ name: HTTPField.Name?, in headers: HTTPFields) -> Int? {
        name.flatMap { headers[$0] }.flatMap { Int($0.prefix(while: \.isNumber)) }
    }

    /// Some services send seconds, others the Unix time. A span never lasts for years.
    private static func instant(_ number: Int) -> RetryAfter {
        number < 1_000_000_000 ? .seconds(number) : .date(Date(timeIntervalSince1970: Double(number)))
    }
}
