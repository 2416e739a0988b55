/// When failed requests are retried, and after which delay.
///
/// Idempotent requests are retried (`GET`, `HEAD`, `OPTIONS`, `TRACE`, `PUT`, `DELETE`, `QUERY`; RFC 9110, section 9.2.2),
/// and other requests if they have an idempotency key: see ``CallOptions/idempotencyKey``. A request that did not reach
/// the service is retried whatever its method is. Each attempt is authorized and signed anew.
///
/// Retried are connection errors, attempts that exceed ``CallOptions/attemptTimeout``, responses with a status of
/// ``statuses``, 409 with a `Retry-After`, and any failure with `x-should-retry: true`; `x-should-retry: false` prevents a
/// retry.
///
/// Delays are exponential with full jitter: random, up to a bound that doubles with each attempt. If a response says when
/// to retry, by `retry-after-ms`, `Retry-After` (RFC 9110, section 10.2.3) or the reset of its rate limit, that is the
/// delay.
public struct RetryPolicy: Hashable, Sendable {
    /// The maximum number of attempts of a call, including the first one. With less than 2, there are no retries.
    public var maxAttempts: Int
    /// The bound of the first delay.
    public var baseDelay: Duration
    /// The maximum bound of a delay.
    public var maxDelay: Duration
    /// The maximum delay that a response may ask for. If it asks for more, the call fails at once.
    public var maxRetryAfter: Duration
    /// The statuses to retry, by default 408, 429 and 500 to 599 except 501 and 505.
    public var statuses = usualStatuses

    /// Creates a policy, by default with three attempts and delays of at most 8 seconds.
    public init(
        maxAttempts: Int = 3,
        baseDelay: Duration = .milliseconds(500),
        maxDelay: Duration = .seconds(8),
        maxRetryAfter: Duration = .seconds(60),
    ) {
        self.maxAttempts = maxAttempts
        self.baseDelay = baseDelay
        self.maxDelay = maxDelay
        self.maxRetryAfter = maxRetryAfter
    }

    static let usualStatuses = Set([408, 429] + Array(500...599)).subtracting([501, 505])

    /// No retries.
    public static var never: RetryPolicy { RetryPolicy(maxAttempts: 1) }
}

extension RetryPolicy {
    /// The bound of the delay after a number of attempts.
    func bound(after attempts: Int) -> Duration {
        let maxDelay = min(maxDelay, .longest)
        var bound = max(.zero, min(baseDelay, maxDelay))
        for _ in 1..<max(1, min(attempts, 64)) where bound < maxDelay { bound = min(bound * 2, maxDelay) }
        return bound
    }
}
