public import APIRuntime
public import Foundation

/// A clock whose time passes only when something sleeps, at once. Copies of a clock share their time.
///
///     let clock = FakeClock()
///     let client = PetsClient(configuration: .reproducible(transport: transport, clock: clock))
///     _ = try await client.pets.list()  // retried twice
///     #expect(clock.waits == [.milliseconds(500), .seconds(1)])
///
/// It replaces the clock for timestamps, expiries and delays. `CallOptions.timeout` and `CallOptions.attemptTimeout`
/// are measured by the clock of the machine.
public struct FakeClock: Sendable {
    private struct State {
        var now: Date
        var waits: [Duration] = []
    }

    private let state: Locked<State>

    /// Creates a clock, by default at 2023-11-14 22:13:20 UTC.
    public init(_ now: Date = Date(timeIntervalSince1970: 1_700_000_000)) {
        state = Locked(State(now: now))
    }

    /// The time.
    public var now: Date { state.current.now }

    /// The durations of all sleeps so far, in order.
    public var waits: [Duration] { state.current.waits }

    /// Records a duration and advances the time by it, without waiting.
    ///
    /// - Throws: `CancellationError` in a cancelled task.
    public func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        state.change {
            $0.waits.append(duration)
            $0.now += duration / .seconds(1)
        }
    }

    /// Advances the time, as if the program did something else meanwhile.
    public func advance(by duration: Duration) {
        state.change { $0.now += duration / .seconds(1) }
    }
}

extension ClientConfiguration {
    /// A configuration for tests with which the same calls send the same requests: its time is that of a clock, delays
    /// before retries have their upper bound, the boundary of multipart bodies is `boundary`, and idempotency keys are
    /// `idempotency-key-1`, `idempotency-key-2` and so on.
    public static func reproducible(
        transport: any ClientTransport, clock: FakeClock = FakeClock(),
    ) -> ClientConfiguration {
        var configuration = ClientConfiguration(transport: transport, now: { clock.now })
        configuration.sleep = { try await clock.sleep(for: $0) }
        configuration.random = { 1 }
        configuration.boundary = { "boundary" }
        let keys = Locked(0)
        configuration.idempotencyKey = {
            var number = 0
            keys.change {
                $0 += 1
                number = $0
            }
            return "idempotency-key-\(number)"
        }
        return configuration
    }
}
