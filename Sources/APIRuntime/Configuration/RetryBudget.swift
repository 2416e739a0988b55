/// Bounds the attempts that the copies of a client repeat together, so that they do not add to the load of a service
/// that fails.
///
/// An attempt that is repeated takes 5 tokens. If it succeeds, it gives them back; a call that succeeds at its first attempt
/// gives 1, up to the capacity. Without enough tokens, calls fail by their first failure.
///
/// Copies of a budget share their tokens: so do the copies of a client, and clients with copies of one configuration.
public struct RetryBudget: Sendable {
    private static let cost = 5

    private let tokens: Locked<Int>
    private let capacity: Int

    /// Creates a full budget.
    ///
    /// - Parameter capacity: The most tokens; below 5, nothing is repeated.
    public init(capacity: Int = 500) {
        self.capacity = capacity
        tokens = Locked(capacity)
    }

    /// Takes the tokens of a repeated attempt.
    ///
    /// - Returns: Whether there were enough.
    func take() -> Bool {
        var isTaken = false
        tokens.change { tokens in
            isTaken = tokens >= Self.cost
            if isTaken { tokens -= Self.cost }
        }
        return isTaken
    }

    /// Gives tokens back after a success.
    func give(isRepeated: Bool) {
        tokens.change { $0 = min(capacity, $0 + (isRepeated ? Self.cost : 1)) }
    }
}
