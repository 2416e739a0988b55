extension Duration {
    /// About thirty years. No clock counts much longer, so that nothing waits longer.
    static let longest = Duration.seconds(1_000_000_000)
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
