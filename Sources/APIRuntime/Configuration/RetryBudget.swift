/// Bounds the retries of all copies of a client together, so that they do not overload a service that fails.
///
/// A retry takes 5 tokens, which it returns if it succeeds. A call that succeeds at its first attempt returns 1 token, up
/// to the capacity. Without enough tokens, calls fail with their first failure.
///
/// Copies of a budget share their tokens, and so do copies of a client and clients with copies of one configuration.
public struct RetryBudget: Sendable {
    private static let cost = 5

    private let tokens: Locked<Int>
    private let capacity: Int

    /// Creates a full budget.
    ///
    /// - Parameter capacity: The maximum number of tokens. With less than 5, there are no retries.
    public init(capacity: Int = 500) {
        self.capacity = capacity
        tokens = Locked(capacity)
    }

    /// Takes the tokens of a retry.
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

    /// Returns tokens after a success.
    func give(isRepeated: Bool) {
        tokens.change { $0 = min(capacity, $0 + (isRepeated ? Self.cost : 1)) }
    }
}
