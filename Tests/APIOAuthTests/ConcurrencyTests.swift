import APIOAuth
import APIRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct ConcurrencyTests {
    @Test func asksOnceForManyCalls() async throws {
        let service = Service { number in
            try await Task.sleep(for: .milliseconds(50))
            return granted(number)
        }
        let api = service.client(.machine)
        for round in 1...3 {
            let outcomes = await atOnce(100) { () throws(APIError) in try await api.call() }
            #expect(outcomes.allSatisfy { $0 == nil })
            #expect(service.tokenRequests.count == round)
            #expect(service.calls.suffix(100).allSatisfy { $0.bearer == "access-\(round)" })
            service.wait(4000)
        }
    }

    @Test func failsAllWhoWaitAndThenTriesAgain() async throws {
        let service = Service { number in
            try await Task.sleep(for: .milliseconds(50))
            return number == 1 ? .json(#"{"error":"invalid_client"}"#, status: .badRequest) : granted(number)
        }
        let api = service.client(.machine)
        // More than one round of waiting is possible if the machine is slow to start the tasks.
        let outcomes = await atOnce(20) { () throws(APIError) in try await api.call() }
        let failed = outcomes.compactMap(\.self)
        #expect(!failed.isEmpty)
        #expect(failed.allSatisfy { if case .unauthorized = $0 { true } else { false } })
        try await api.call()
        #expect(service.tokenRequests.count == 2)
    }

    /// Who is cancelled, or has no time left, stops waiting at once; the renewal goes on for the others.
    @Test func letsTheOthersWait() async throws {
        let started = AsyncStream<Void>.makeStream()
        let released = AsyncStream<Void>.makeStream()
        let service = Service { number in
            started.continuation.yield()
            for await _ in released.stream { break }
            return granted(number)
        }
        let api = service.client(.machine)
        let first = Task { await failure { () throws(APIError) in try await api.call() } }
        for await _ in started.stream { break }
        let second = Task { await failure { () throws(APIError) in try await api.call() } }
        first.cancel()
        guard case .cancelled? = await first.value else {
            Issue.record("not cancelled")
            return
        }
        var hasty = api
        hasty.options.timeout = .milliseconds(20)
        let error = await failure { [hasty] () throws(APIError) in try await hasty.call() }
        guard case .transport(let late)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(late.reason == .timedOut)
        released.continuation.yield()
        #expect(await second.value == nil)
        #expect(service.tokenRequests.count == 1)
    }

    /// A request for a token that is never answered does not block the calls that come later.
    @Test func givesUpOnATokenThatDoesNotCome() async throws {
        let service = Service { number in
            if number == 1 { try await Task.sleep(for: .seconds(50)) }
            return granted(number)
        }
        var api = service.client(.machine)
        api.configuration.options.timeout = .milliseconds(300)
        api.options.retries = .never
        let error = await failure { [api] () throws(APIError) in try await api.call() }
        guard case .transport(let late)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(late.reason == .timedOut)
        #expect(late.description.contains("getItems got no answer: the token request failed: "))
        try await api.call()
        #expect(service.tokenRequests.count == 2)
    }
}
