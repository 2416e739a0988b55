/// Runs an operation with a time limit.
///
/// Returns at the limit or on cancellation even if the operation ignores its cancellation.
///
/// - Parameter limit: The time limit; `nil` for none.
/// - Throws: The error of the operation, ``TransportError`` (`timedOut`) if the limit is exceeded, or
///   `CancellationError`.
func withDeadline<Value: Sendable>(
    _ limit: Duration?, _ operation: @escaping @Sendable () async throws -> Value,
) async throws -> Value {
    let first = FirstOutcome<Value>()
    return try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { continuation in
            first.whenKnown(continuation)
            first.run(operation)
            guard let limit else { return }
            first.run {
                try await Task.sleep(for: min(limit, .longest))
                throw TransportError(.timedOut, message: "no complete answer within \(limit)")
            }
        }
    } onCancel: {
        first.end(with: .failure(CancellationError()))
    }
}

/// The outcome of the first of several tasks to end. The others are cancelled.
private final class FirstOutcome<Value: Sendable>: Sendable {
    private struct State {
        var outcome: Result<Value, any Error>?
        var continuation: CheckedContinuation<Value, any Error>?
        var tasks: [Task<Void, Never>] = []
    }

    private let state = Locked(State())

    func run(_ operation: @escaping @Sendable () async throws -> Value) {
        let task = Task {
            do {
                end(with: .success(try await operation()))
            } catch {
                end(with: .failure(error))
            }
        }
        var isOver = false
        state.change { state in
            isOver = state.outcome != nil
            if !isOver { state.tasks.append(task) }
        }
        if isOver { task.cancel() }
    }

    func whenKnown(_ continuation: CheckedContinuation<Value, any Error>) {
        var outcome: Result<Value, any Error>?
        state.change { state in
            outcome = state.outcome
            if outcome == nil { state.continuation = continuation }
        }
        if let outcome { continuation.resume(with: outcome) }
    }

    func end(with outcome: Result<Value, any Error>) {
        var ended = State()
        state.change { state in
            guard state.outcome == nil else { return }
            ended = state
            state = State(outcome: outcome)
        }
        for task in ended.tasks { task.cancel() }
        ended.continuation?.resume(with: outcome)
    }
}
