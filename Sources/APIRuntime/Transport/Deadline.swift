extension Duration {
    /// About thirty years. No clock counts much longer, so that nothing waits longer.
    static let longest = Duration.seconds(1_000_000_000)
}

/// The moment at which a call ends, whatever it is doing.
struct Deadline: Sendable {
    private let limit: Duration?
    private let instant: ContinuousClock.Instant?

    static let none = Deadline(after: nil)

    init(after limit: Duration?) {
        self.limit = limit
        instant = limit.map { .now + min($0, .longest) }
    }

    /// Why there is no time left; `nil` if there is some.
    var end: (any Error)? {
        if Task.isCancelled { return CancellationError() }
        guard let limit, let instant, instant < .now else { return nil }
        return TransportError(
            .timedOut, message: "the answer came, and reading it was not done within \(limit)")
    }

    func check() throws {
        if let end { throw end }
    }
}

/// Runs an operation for at most this long, then cancels it and throws `TransportError` (timed out).
func withDeadline<Result: Sendable>(
    _ limit: Duration?, _ operation: @escaping @Sendable () async throws -> Result,
) async throws -> Result {
    guard let limit else { return try await operation() }
    return try await withThrowingTaskGroup(of: Result.self) { group in
        defer { group.cancelAll() }
        group.addTask { try await operation() }
        group.addTask {
            try await Task.sleep(for: min(limit, .longest))
            throw TransportError(.timedOut, message: "no complete answer within \(limit)")
        }
        guard let first = try await group.next() else { throw CancellationError() }
        return first
    }
}
