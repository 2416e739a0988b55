/// Lets one task in at a time, in the order of arrival.
struct Turnstile: Sendable {
    private struct State {
        var isTaken = false
        var arrivals = 0
        /// The tasks that wait, by the numbers of their arrivals.
        var queue: [(arrival: Int, continuation: CheckedContinuation<Void, any Error>)] = []
    }

    private let state = Locked(State())

    /// Runs an operation once all tasks that came before are through.
    ///
    /// - Throws: The error of the operation, or `CancellationError` at once if the task is cancelled while it waits.
    func pass(_ operation: () async throws -> Void) async throws {
        try await enter()
        defer { leave() }
        try await operation()
    }

    private func enter() async throws {
        var arrival = 0
        state.change { state in
            state.arrivals += 1
            arrival = state.arrivals
        }
        try await withTaskCancellationHandler { [arrival] in
            try await withCheckedThrowingContinuation { enqueue($0, arrival: arrival) }
        } onCancel: { [arrival] in
            var cancelled: CheckedContinuation<Void, any Error>?
            state.change { state in
                guard let place = state.queue.firstIndex(where: { $0.arrival == arrival }) else { return }
                cancelled = state.queue.remove(at: place).continuation
            }
            cancelled?.resume(throwing: CancellationError())
        }
    }

    private func enqueue(_ continuation: CheckedContinuation<Void, any Error>, arrival: Int) {
        var outcome: Result<Void, any Error>?
        state.change { state in
            // The handler of a cancellation that came before has found nothing in the queue.
            if Task.isCancelled {
                outcome = .failure(CancellationError())
            } else if state.isTaken {
                state.queue.append((arrival, continuation))
            } else {
                state.isTaken = true
                outcome = .success(())
            }
        }
        if let outcome { continuation.resume(with: outcome) }
    }

    private func leave() {
        var next: CheckedContinuation<Void, any Error>?
        state.change { state in
            if state.queue.isEmpty {
                state.isTaken = false
            } else {
                next = state.queue.removeFirst().continuation
            }
        }
        next?.resume()
    }
}
