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

    /// Whether a wait would end after it.
    func isReached(after delay: Duration) -> Bool {
        instant.map { ContinuousClock.now + min(delay, .longest) >= $0 } ?? false
    }

    func check() throws {
        if let end { throw end }
    }
}
