import Foundation

extension APIClient {
    /// Sends a request until it succeeds, or fails in a way that ``CallOptions/retries`` does not retry.
    ///
    /// - Parameter deadline: There is no retry after it.
    /// - Throws: The error of the last attempt, or `CancellationError` during a delay.
    func finalExchange(
        _ request: Request, streams: Bool, deadline: Deadline,
    ) async throws -> Exchange {
        let request = identified(request)
        let sent = Locked(0)
        var attempts = 1
        while true {
            let result = await limitedAttempt(request, streams: streams, sent: sent)
            let delay = retryDelay(after: result, of: request, attempts: attempts)
            guard let delay, !deadline.isReached(after: delay), configuration.retryBudget?.take() != false
            else {
                let exchange = try result.get()
                if exchange.isSuccess { configuration.retryBudget?.give(isRepeated: attempts > 1) }
                return exchange
            }
            try await configuration.sleep(delay)
            attempts += 1
        }
    }

    private func limitedAttempt(
        _ request: Request, streams: Bool, sent: Locked<Int>,
    ) async -> Result<Exchange, any Error> {
        do {
            guard let limit = options.attemptTimeout else {
                return .success(try await authorizedAttempt(request, streams: streams, attempts: sent))
            }
            return .success(
                try await withDeadline(limit) {
                    try await authorizedAttempt(request, streams: streams, attempts: sent)
                })
        } catch {
            return .failure(error)
        }
    }

    /// The delay before the next attempt, or `nil` if there is none.
    private func retryDelay(
        after result: Result<Exchange, any Error>, of request: Request, attempts: Int,
    ) -> Duration? {
        let policy = options.retries
        guard attempts < policy.maxAttempts, !Task.isCancelled else { return nil }
        let asked: Duration?
        switch result {
        case .failure(let error):
            guard isRepeated(after: error, request) else { return nil }
            asked = error.retryAfter(from: configuration.now())
        case .success(let exchange):
            let head = exchange.response.head
            guard !exchange.isSuccess, isRepeatable(request), policy.repeats(head) else { return nil }
            asked = retryAfter(head)
        }
        guard let asked else { return policy.bound(after: attempts) * configuration.random() }
        return asked <= policy.maxRetryAfter ? asked : nil
    }

    /// The delay that the service asks for.
    private func retryAfter(_ head: HTTPResponse) -> Duration? {
        let now = configuration.now()
        if let delay = head.retryAfter(from: now) { return delay }
        guard head.status.code == 429 else { return nil }
        return RateLimit(head.headerFields, by: configuration.responseHeaders)?.reset?.delay(from: now)
    }

    private func isRepeated(after error: any Error, _ request: Request) -> Bool {
        switch error {
        // No request was sent.
        case APIError.unauthorized(let failure):
            failure.reason.isPassing
        case APIError.transport(let failure): isRepeated(after: failure.reason, request)
        case let error as TransportError: isRepeated(after: error.reason, request)
        default: false
        }
    }

    private func isRepeated(after reason: TransportError.Reason, _ request: Request) -> Bool {
        switch reason {
        case .unreachable: request.content.isReplayable
        case .timedOut, .interrupted: isRepeatable(request)
        default: false
        }
    }
}

// MARK: - Idempotency

extension APIClient {
    /// The request with its idempotency key, which is the same for all attempts.
    func identified(_ request: Request) -> Request {
        guard !isIdempotent(request) else { return request }
        let name = request.rules.idempotencyHeader ?? .idempotencyKey
        var identified = request
        if let key = options.idempotencyKey {
            identified.headers[name] = key
        } else if request.rules.idempotencyHeader != nil {
            identified.headers[name] = configuration.idempotencyKey()
        }
        return identified
    }

    /// Whether it is safe and possible to send a request several times.
    func isRepeatable(_ request: Request) -> Bool {
        request.content.isReplayable && isIdempotent(request)
    }

    private func isIdempotent(_ request: Request) -> Bool {
        let name = request.rules.idempotencyHeader ?? .idempotencyKey
        return request.method.isIdempotent || request.headers[name] != nil || options.headers[name] != nil
    }
}

// MARK: - Responses

extension Error {
    /// The delay that the token endpoint asks for.
    fileprivate func retryAfter(from now: Date) -> Duration? {
        guard case .unauthorized(let failure)? = self as? APIError else { return nil }
        return failure.retryAfter?.delay(from: now)
    }
}

extension RetryPolicy {
    fileprivate func repeats(_ head: HTTPResponse) -> Bool {
        switch head.headerFields[.shouldRetry] {
        case "true": true
        case "false": false
        default:
            statuses.contains(head.status.code)
                || head.status.code == 409 && head.retryAfter(from: Date()) != nil
        }
    }
}

extension HTTPResponse {
    /// The delay of `retry-after-ms`, in milliseconds, or else of `Retry-After` (RFC 9110, section 10.2.3).
    fileprivate func retryAfter(from now: Date) -> Duration? {
        let milliseconds = headerFields[.retryAfterMilliseconds].flatMap { Double($0) }
        if let milliseconds, milliseconds >= 0 { return .milliseconds(min(milliseconds, 1e12)) }
        return headerFields[.retryAfter].flatMap(RetryAfter.init)?.delay(from: now)
    }
}
