import APIGenSourceText
import APIGenYAML

extension OpenAPI {
    /// The service's own names for response headers that no standard defines (`x-response-headers`).
    struct ResponseHeaders: Sendable {
        let requestID: String?
        let rateLimit: RateLimitHeaders?
    }

    /// The names of the headers that describe a rate limit.
    struct RateLimitHeaders: Sendable {
        /// The number of requests that a caller may send in a time window.
        let limit: String?
        /// The number of requests left in the window.
        let remaining: String?
        /// The number of requests sent in the window.
        let used: String?
        /// When the next window begins.
        let reset: String?
    }
}

extension OpenAPI.ResponseHeaders {
    init?(_ node: Node, by decoder: inout SpecDecoder) {
        guard var object = decoder.object(node, as: "set of response headers") else { return nil }
        defer { decoder.finish(object) }
        self.init(
            requestID: decoder.headerName(object["requestId"]),
            rateLimit: object["rateLimit"].flatMap { OpenAPI.RateLimitHeaders($0, by: &decoder) },
        )
    }
}

extension OpenAPI.RateLimitHeaders {
    fileprivate init?(_ node: Node, by decoder: inout SpecDecoder) {
        guard var object = decoder.object(node, as: "set of rate limit headers") else { return nil }
        defer { decoder.finish(object) }
        self.init(
            limit: decoder.headerName(object["limit"]),
            remaining: decoder.headerName(object["remaining"]),
            used: decoder.headerName(object["used"]),
            reset: decoder.headerName(object["reset"]),
        )
    }
}

extension SpecDecoder {
    mutating func headerName(_ node: Node?) -> String? {
        guard let node, let name = text(node) else { return nil }
        guard name.isToken else {
            diagnostics.report(.invalidHeaderName(name, at: node))
            return nil
        }
        return name
    }
}
