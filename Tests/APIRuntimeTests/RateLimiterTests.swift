@_spi(Generated) import APIRuntime
import Foundation
import Testing

/// What is sent when, by a clock that is set by hand, in tasks that run when they are told to.
@Suite(.timeLimit(.minutes(1))) struct RateLimiterTests {
    private let clock = HandClock()
    private let executor = HandExecutor()

    private func limiter(
        _ requests: Int, per seconds: Int, headers: ClientConfiguration.ResponseHeaders = .init(),
    ) -> RateLimiter {
        RateLimiter(
            requests: requests, per: .seconds(seconds), responseHeaders: headers,
            now: { [clock] in clock.now },
            sleep: { [clock] in try await clock.sleep($0) })
    }

    /// A task that sends a request, and is through or waits when this returns.
    private func send(
        _ name: String, _ limiter: RateLimiter, _ response: TransportResponse = .empty(),
    ) -> Task<Void, any Error> {
        let task = executor.task { [clock] in
            let head = HTTPRequest(method: .get, scheme: "https", authority: "a.b", path: "/")
            _ = try await limiter.intercept(TransportRequest(operation: name, head: head)) { request in
                clock.log(request.operation)
                return TransportStream(response)
            }
        }
        executor.run()
        return task
    }

    private func wait(_ seconds: Double) {
        clock.advance(by: seconds)
        executor.run()
    }

    private func response(
        _ status: HTTPResponse.Status, _ headers: [String: String],
    ) -> TransportResponse {
        var response = TransportResponse.empty(status: status)
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { response.head.headerFields[name] = value }
        }
        return response
    }

    // MARK: - Tokens

    @Test func sendsNoMoreThanItMay() async throws {
        let limiter = limiter(2, per: 10)
        let tasks = ["a", "b", "c", "d", "e"].map { send($0, limiter) }
        #expect(clock.lines == ["0 a", "0 b"])
        wait(9)
        #expect(clock.lines.count == 2)
        wait(1)
        #expect(clock.lines.dropFirst(2) == ["10 c", "10 d"])
        wait(10)
        #expect(clock.lines.dropFirst(4) == ["20 e"])
        for task in tasks { try await task.value }
    }

    /// A token comes back by itself, and not all of them at once.
    @Test func sendsNoMoreWithinAnyDuration() async throws {
        let limiter = limiter(2, per: 10)
        var tasks = [send("a", limiter)]
        wait(7)
        tasks += ["b", "c", "d"].map { send($0, limiter) }
        wait(3)
        #expect(clock.lines == ["0 a", "7 b", "10 c"])
        wait(7)
        #expect(clock.lines.last == "17 d")
        for task in tasks { try await task.value }
    }

    @Test func sendsInTheOrderOfArrival() async throws {
        let limiter = limiter(1, per: 10)
        let tasks = ["a", "b", "c"].map { send($0, limiter) }
        wait(10)
        // Who comes when a token is back does not overtake who waits.
        let late = send("d", limiter)
        wait(10)
        wait(10)
        #expect(clock.lines == ["0 a", "10 b", "20 c", "30 d"])
        for task in tasks + [late] { try await task.value }
    }

    /// Neither who waits for the clock nor who waits for others keeps a place.
    @Test(arguments: ["b", "c"]) func leavesOutWhoIsCancelled(name: String) async throws {
        let limiter = limiter(1, per: 10)
        let names = ["a", "b", "c", "d"]
        let tasks = Dictionary(uniqueKeysWithValues: names.map { ($0, send($0, limiter)) })
        let cancelled = try #require(tasks[name])
        cancelled.cancel()
        executor.run()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        wait(10)
        wait(10)
        let others = names.filter { $0 != name }
        #expect(clock.lines == zip([0, 10, 20], others).map { "\($0) \($1)" })
        for other in others { try await tasks[other]?.value }
    }

    @Test func sendsNothingForACancelledTask() async throws {
        let limiter = limiter(1, per: 10)
        let task = Task { [clock] in
            withUnsafeCurrentTask { $0?.cancel() }
            let head = HTTPRequest(method: .get, scheme: "https", authority: "a.b", path: "/")
            _ = try await limiter.intercept(TransportRequest(operation: "a", head: head)) { request in
                clock.log(request.operation)
                return TransportStream(.empty())
            }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        try await send("b", limiter).value
        #expect(clock.lines == ["0 b"])
    }

    /// Whoever is cancelled at whatever moment blocks nobody.
    @Test func goesOnAfterCancellations() async throws {
        let limiter = RateLimiter(
            requests: 1, per: .seconds(10), now: { [clock] in clock.now },
            sleep: { [clock] _ in
                await Task.yield()
                clock.advance(by: 10)
            })
        let tasks = (0..<300).map { number in
            Task {
                let head = HTTPRequest(method: .get, scheme: "https", authority: "a.b", path: "/")
                _ = try await limiter.intercept(TransportRequest(operation: "\(number)", head: head)) { _ in
                    TransportStream(.empty())
                }
            }
        }
        for (number, task) in tasks.enumerated() where !number.isMultiple(of: 3) { task.cancel() }
        for (number, task) in tasks.enumerated() where number.isMultiple(of: 3) { try await task.value }
        for task in tasks { _ = await task.result }
    }

    @Test func takesLessThanOneForOne() async throws {
        let limiter = limiter(0, per: 10)
        let tasks = ["a", "b"].map { send($0, limiter) }
        wait(10)
        #expect(clock.lines == ["0 a", "10 b"])
        for task in tasks { try await task.value }
    }

    @Test func doesNotWaitLongerByAClockThatIsSetBack() async throws {
        let limiter = limiter(1, per: 10)
        try await send("a", limiter).value
        clock.advance(by: -3600)
        let task = send("b", limiter)
        wait(10)
        try await task.value
        #expect(clock.lines == ["0 a", "-3590 b"])
    }

    // MARK: - Responses

    /// Headers of a response, and the seconds for which they hold back the next request.
    @Test(arguments: [
        (200, ["RateLimit": #""a";r=0;t=30"#], 30.0),
        (200, ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "7"], 7),
        (200, ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1700000012"], 12),
        (429, ["Retry-After": "5"], 5), (429, ["Retry-After": "5", "RateLimit": #""a";r=0;t=30"#], 5),
        (429, ["X-RateLimit-Reset": "9"], 9), (200, ["RateLimit": #""a";r=0;t=60"#], 60),
        (200, ["Left": "0", "Until": "8"], 8),
        (200, ["RateLimit": #""a";r=1;t=30"#], 0), (200, ["Retry-After": "5"], 0),
        (200, ["RateLimit": #""a";r=0"#], 0), (429, [:], 0), (503, ["Retry-After": "5"], 0),
        // More than the maximum.
        (200, ["RateLimit": #""a";r=0;t=61"#], 0), (429, ["Retry-After": "86400"], 0),
    ])
    func heedsResponses(status: Int, headers: [String: String], seconds: Double) async throws {
        let limiter = limiter(10, per: 1, headers: .init(remaining: "Left", reset: "Until"))
        try await send("a", limiter, response(.init(code: status), headers)).value
        let task = send("b", limiter)
        if seconds > 0 {
            wait(seconds - 1)
            #expect(clock.lines == ["0 a"])
            wait(1)
        }
        #expect(clock.lines == ["0 a", "\(Int(seconds)) b"])
        try await task.value
    }

    /// What a response asks for goes for those who wait already.
    @Test func holdsBackWhoWaits() async throws {
        let limiter = limiter(1, per: 10)
        let first = send("a", limiter, response(.ok, ["RateLimit": #""a";r=0;t=25"#]))
        let others = ["b", "c"].map { send($0, limiter) }
        wait(10)
        #expect(clock.lines == ["0 a"])
        wait(15)
        wait(10)
        #expect(clock.lines == ["0 a", "25 b", "35 c"])
        for task in [first] + others { try await task.value }
    }

    /// A later response does not release what an earlier one holds back.
    @Test func holdsBackUntilTheLastReset() async throws {
        let limiter = limiter(2, per: 1)
        let task = send("a", limiter, response(.ok, ["RateLimit": #""a";r=0;t=25"#]))
        try await task.value
        wait(25)
        try await send("b", limiter, response(.ok, ["RateLimit": #""a";r=0;t=5"#])).value
        let third = send("c", limiter)
        wait(5)
        try await third.value
        #expect(clock.lines == ["0 a", "25 b", "30 c"])
    }

    // MARK: - Clients

    /// Copies of a client share the tokens, and each attempt takes one.
    @Test func isSharedByCopies() async throws {
        let waits = Waits()
        let now: @Sendable () -> Date = { waits.now }
        let sleep: @Sendable (Duration) -> Void = { waits.sleep($0) }
        let count = Counter()
        let transport = InMemoryTransport { _ in
            count.next() == 2 ? .empty(status: .serviceUnavailable) : .empty()
        }
        var configuration = ClientConfiguration(transport: transport, now: now)
        configuration.sleep = sleep
        configuration.random = { 1 }
        configuration.middleware = [RateLimiter(requests: 2, per: .seconds(10), now: now, sleep: sleep)]
        let client = APIClient(baseURL: "https://a.b", configuration: configuration)
        var copy = client
        copy.options.timeout = .seconds(500)
        try await client.send(Request(.get, "/items", operation: "getItems"))
        try await copy.send(Request(.get, "/items", operation: "getItems"))
        // The delay before the second attempt, and the wait for a token.
        #expect(waits.all == [.seconds(0.5), .seconds(9.5)])
        #expect(transport.requests.count == 3)
    }

    @Test func endsWithTheTimeOfTheCall() async throws {
        var configuration = ClientConfiguration(transport: InMemoryTransport())
        configuration.middleware = [
            RateLimiter(
                requests: 1, per: .seconds(10),
                sleep: { _ in for await _ in AsyncStream<Void>.makeStream().stream {} })
        ]
        configuration.options.retries = .never
        var client = APIClient(baseURL: "https://a.b", configuration: configuration)
        let request = Request(.get, "/items", operation: "getItems")
        try await client.send(request)
        client.options.timeout = .milliseconds(20)
        let error = await failure { [client] () throws(APIError) in try await client.send(request) }
        guard case .transport(let late)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(late.reason == .timedOut)
    }
}

/// A clock that is set by hand, and its log.
private final class HandClock: Sendable {
    private struct State {
        var seconds = 0.0
        var lines: [String] = []
        var sleepers: [(end: Double, continuation: AsyncStream<Void>.Continuation)] = []
    }

    private let state = Locked(State())

    var now: Date { Date(timeIntervalSince1970: 1_700_000_000 + state.withLock { $0.seconds }) }
    var lines: [String] { state.withLock { $0.lines } }

    func log(_ line: String) { state.withLock { $0.lines.append("\(Int($0.seconds)) \(line)") } }

    func sleep(_ duration: Duration) async throws {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        state.withLock { $0.sleepers.append((end: $0.seconds + duration / .seconds(1), continuation)) }
        for await _ in stream {}
        try Task.checkCancellation()
    }

    func advance(by seconds: Double) {
        let awake = state.withLock { state in
            state.seconds += seconds
            let awake = state.sleepers.filter { $0.end <= state.seconds }
            state.sleepers.removeAll { $0.end <= state.seconds }
            return awake
        }
        for sleeper in awake { sleeper.continuation.finish() }
    }
}

/// A clock that each wait sets forward, and the waits.
private final class Waits: Sendable {
    private let record = Locked<[Duration]>([])

    var all: [Duration] { record.withLock { $0 } }
    var now: Date { Date(timeIntervalSince1970: 1_700_000_000) + all.reduce(.zero, +) / .seconds(1) }

    func sleep(_ duration: Duration) { record.withLock { $0.append(duration) } }
}

/// Runs tasks when it is told to, until all of them wait. Systems before those of 2024 run them when they will.
private final class HandExecutor: Sendable {
    private let jobs = Locked<[UnownedJob]>([])

    func task(_ operation: @escaping @Sendable () async throws -> Void) -> Task<Void, any Error> {
        guard #available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *) else {
            return Task(operation: operation)
        }
        return Task(executorPreference: self, operation: operation)
    }

    func run() {
        guard #available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *) else { return }
        while let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }
}

@available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *)
extension HandExecutor: TaskExecutor {
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
    }
}
