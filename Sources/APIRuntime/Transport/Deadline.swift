extension Duration {
    /// About 31 years. Waits are clamped to it, since clocks cannot count much longer ones.
    static let longest = Duration.seconds(1_000_000_000)
}

/// The time at which a call ends, whatever it is doing.
struct Deadline: Sendable {
    private let limit: Duration?
    private let instant: ContinuousClock.Instant?

    static let none = Deadline(after: nil)

    init(after limit: Duration?) {
        self.limit = limit
        instant = limit.map { .now + min($0, .longest) }
    }

    /// The error to throw if the deadline has passed or the task is cancelled, or `nil`.
    var end: (any Error)? {
        if Task.isCancelled { return CancellationError() }
        guard let limit, let instant, instant < .now else { return nil }
        return TransportError(
            .timedOut, message: "the answer came, and reading it was not done within \(limit)")
    }

    /// Whether the deadline passes within a delay.
    func isReached(after delay: Duration) -> Bool {
        instant.map { ContinuousClock.now + min(delay, .longest) >= $0 } ?? false
    }

    func check() throws {
        if let end { throw end }
    }
}
