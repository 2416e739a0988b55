/// When a call repeats a request that failed, and how long it waits before.
///
/// Repeated are idempotent requests (`GET`, `HEAD`, `OPTIONS`, `TRACE`, `PUT`, `DELETE`, `QUERY`; RFC 9110, section 9.2.2),
/// and others if they have an idempotency key, which stays the same: see ``CallOptions/idempotencyKey``. A request that
/// could not reach the service is repeated whatever its method is. Each attempt is authorized and signed anew.
///
/// Repeated are connection errors, attempts that took longer than ``CallOptions/attemptTimeout``, the statuses of
/// ``statuses``, and any failure whose response has the header `x-should-retry: true`; those with `x-should-retry: false`
/// are not. 409 is repeated if the response says when.
///
/// The waits are random, up to a bound that doubles with each attempt ("full jitter"). A response that says when to
/// ask again decides instead, by `retry-after-ms`, `Retry-After` (RFC 9110, section 10.2.3) or the reset of its rate limit.
public struct RetryPolicy: Hashable, Sendable {
    /// The most attempts of a call, the first one included. Below 2, nothing is repeated.
    public var maxAttempts: Int
    /// The bound of the first wait.
    public var baseDelay: Duration
    /// The bound of each wait, unless a response asks for a longer one.
    public var maxDelay: Duration
    /// The longest wait that a response may ask for. The call fails at once if it asks for more.
    public var maxRetryAfter: Duration
    /// The statuses that are repeated: at first 408, 429 and those from 500, but 501 and 505.
    public var statuses = usualStatuses

    /// Creates a policy; without arguments, that of every call unless it sets its own.
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

    /// Repeats nothing.
    public static var never: RetryPolicy { RetryPolicy(maxAttempts: 1) }
}

extension RetryPolicy {
    /// The bound of the wait after a number of attempts.
    func bound(after attempts: Int) -> Duration {
        var bound = max(.zero, min(baseDelay, maxDelay))
        for _ in 1..<max(1, min(attempts, 64)) where bound < maxDelay { bound = min(bound * 2, maxDelay) }
        return bound
    }
}
