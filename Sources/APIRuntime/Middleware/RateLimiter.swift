public import Foundation

/// Middleware that keeps to a rate limit, so that the service does not have to refuse requests.
///
///     configuration.middleware = [RateLimiter(requests: 10, per: .seconds(1))]
///
/// It is a bucket of tokens, of which each request takes one, and which come back a duration later: no more than so many
/// requests are sent within any such duration. Requests wait for a token in the order in which they came. A call that is
/// cancelled or exceeds its time limit stops waiting at once, and takes no token.
///
/// Responses are heeded as well: if nothing remains of the limit (``RateLimit/remaining``), no request is sent until its
/// reset, and after a 429 (RFC 6585, section 4) none until its `Retry-After` (RFC 9110, section 10.2.3) or the reset.
///
/// Copies of a rate limiter share their tokens, and so do copies of a client and clients with copies of one configuration.
/// All that passes through the middleware takes a token: each attempt of a call, and requests for access tokens.
public struct RateLimiter: ClientMiddleware {
    private let bucket: Locked<TokenBucket>
    private let turnstile = Turnstile()
    private let responseHeaders: ClientConfiguration.ResponseHeaders
    private let now: @Sendable () -> Date
    private let sleep: @Sendable (Duration) async throws -> Void

    /// Creates a rate limiter with all of its tokens.
    ///
    /// - Parameters:
    ///   - requests: The maximum number of requests that are sent within the duration; at least 1.
    ///   - duration: The duration; with zero or less, only responses hold requests back.
    ///   - maxHold: The maximum delay until a reset that responses may ask for. If one asks for more, it is not heeded, so
    ///     that calls fail with a 429 instead of waiting in vain.
    ///   - responseHeaders: The service's own header names for the rate limit, if it has any.
    ///   - now: The clock.
    ///   - sleep: Waits for a delay, and throws `CancellationError` in a cancelled task.
    public init(
        requests: Int, per duration: Duration, maxHold: Duration = .seconds(60),
        responseHeaders: ClientConfiguration.ResponseHeaders = ClientConfiguration.ResponseHeaders(),
        now: @escaping @Sendable () -> Date = { Date() },
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    ) {
        bucket = Locked(TokenBucket(capacity: requests, duration: duration, maxHold: maxHold))
        self.responseHeaders = responseHeaders
        self.now = now
        self.sleep = sleep
    }

    /// Sends a request as soon as there is a token for it.
    ///
    /// - Throws: `CancellationError` in a cancelled task, and the errors of `next`.
    public func intercept(_ request: TransportRequest, next: @escaping Next) async throws -> TransportStream {
        try await turnstile.pass {
            while let delay = takeToken() {
                try await sleep(delay)
                try Task.checkCancellation()
            }
        }
        let response = try await next(request)
        heed(response.head)
        return response
    }

    /// Takes a token, or returns the delay until there may be one.
    private func takeToken() -> Duration? {
        let date = now()
        var delay: Duration?
        bucket.change { delay = $0.take(at: date) }
        return delay
    }

    /// Holds requests back if the response asks for it.
    private func heed(_ head: HTTPResponse) {
        let limit = RateLimit(head.headerFields, by: responseHeaders)
        let isRefused = head.status == .tooManyRequests
        guard isRefused || limit?.remaining == 0 else { return }
        let retryAfter = isRefused ? head.headerFields[.retryAfter].flatMap(RetryAfter.init) : nil
        let date = now()
        guard let delay = (retryAfter ?? limit?.reset)?.delay(from: date) else { return }
        bucket.change { $0.hold(for: delay, from: date) }
    }
}
