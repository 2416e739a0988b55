import Foundation

/// The tokens of a ``RateLimiter``. Each comes back a duration after it was taken, so that no more than there are can be
/// taken within any such duration.
struct TokenBucket: Sendable {
    private let capacity: Int
    private let duration: TimeInterval
    private let maxHold: TimeInterval
    /// When the tokens that are not back yet were taken, in order.
    private var taken: [Date] = []
    /// Until then, none is handed out.
    private var heldUntil = Date.distantPast

    init(capacity: Int, duration: Duration, maxHold: Duration) {
        self.capacity = max(1, capacity)
        self.duration = Self.seconds(duration)
        self.maxHold = Self.seconds(maxHold)
    }

    /// Takes a token.
    ///
    /// - Returns: `nil` if there was one, or the delay until there may be one.
    mutating func take(at now: Date) -> Duration? {
        adapt(to: now)
        taken.removeAll { now.timeIntervalSince($0) >= duration }
        let isEmpty = taken.count >= capacity
        let back = isEmpty ? taken.first.map { duration - now.timeIntervalSince($0) } : nil
        let delay = max(back ?? 0, heldUntil.timeIntervalSince(now))
        if delay > 0 { return .seconds(delay) }
        taken.append(now)
        return nil
    }

    /// Hands out no token for a delay, unless it is longer than the maximum.
    mutating func hold(for delay: Duration, from now: Date) {
        let seconds = Self.seconds(delay)
        if seconds <= maxHold { heldUntil = max(heldUntil, now + seconds) }
    }

    /// Keeps a clock that was set back from prolonging any delay.
    private mutating func adapt(to now: Date) {
        if let last = taken.last, last > now { taken = taken.map { min($0, now) } }
        heldUntil = min(heldUntil, now + maxHold)
    }

    private static func seconds(_ duration: Duration) -> TimeInterval {
        max(.zero, min(duration, .longest)) / .seconds(1)
    }
}
