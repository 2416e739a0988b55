@_spi(Generated) import APIRuntime
import Foundation
import Testing

/// What is repeated, and after how long, by a clock that does not wait.
@Suite struct RetryTests {
    /// The waits of calls, in order.
    private final class Waits: Sendable {
        private let record = Locked<[Duration]>([])

        var all: [Duration] { record.withLock { $0 } }

        func append(_ wait: Duration) { record.withLock { $0.append(wait) } }
    }

    private let waits = Waits()

    private func client(_ transport: InMemoryTransport) -> APIClient {
        let now = Date(timeIntervalSince1970: 1_700_000_000)
        var configuration = ClientConfiguration(transport: transport, now: { now })
        configuration.sleep = { [waits] in waits.append($0) }
        configuration.random = { 1 }
        return APIClient(baseURL: "https://a.b", configuration: configuration)
    }

    /// A transport whose requests are answered in order, and then as the last of them.
    private func transport(_ answers: [RetryRules.Answer]) -> InMemoryTransport {
        let count = Counter()
        return InMemoryTransport { _ in
            let number = count.next()
            switch answers[min(number, answers.count) - 1] {
            case .status(let code, let headers):
                let head = HTTPResponse(status: .init(code: code), headerFields: HTTPFields(headers))
                return TransportResponse(head: head)
            case .error(let reason): throw TransportError(reason, message: "no answer")
            }
        }
    }

    @Test(arguments: RetryRules.rows + RetryRules.methods + RetryRules.errors + RetryRules.headers)
    func repeats(_ row: RetryRules.Row) async {
        let transport = transport(row.answers)
        var client = client(transport)
        row.change(&client.options)
        let failure = await failure { [client] () throws(APIError) in
            try await client.send(Request(row.method, "/items", operation: "items"))
        }
        #expect(waits.all == row.waits)
        #expect(transport.requests.count == row.waits.count + 1)
        #expect((failure == nil) == row.succeeds)
    }

    // MARK: - Idempotency keys

    private func keys(
        _ build: (inout Request) -> Void = { _ in }, _ change: (inout CallOptions) -> Void = { _ in },
    ) async -> [[String?]] {
        let transport = transport([.status(503)])
        var client = client(transport)
        let count = Counter()
        client.configuration.idempotencyKey = {
            "key-\(count.next())"
        }
        change(&client.options)
        var request = Request(.post, "/items", operation: "items")
        build(&request)
        for _ in 1...2 {
            _ = await failure { [client, request] () throws(APIError) in try await client.send(request) }
        }
        let names = ["Idempotency-Key", "X-Idempotency-Key"].compactMap { HTTPField.Name($0) }
        return transport.requests.map { request in names.map { request.head.headerFields[$0] } }
    }

    /// The key is made once for each call, and stays the same for all of its attempts.
    @Test func makesAKeyForEachCall() async {
        let none: String? = nil
        #expect(
            await keys { $0.header("Idempotency-Key", none) }
                == [1, 1, 1, 2, 2, 2].map { ["key-\($0)", nil] })
        #expect(
            await keys { $0.header("x-idempotency-key", none) }
                == [1, 1, 1, 2, 2, 2].map { [nil, "key-\($0)"] })
        #expect(
            await keys { $0.idempotencyKey(in: "X-Idempotency-Key") }
                == [1, 1, 1, 2, 2, 2].map { [nil, "key-\($0)"] })
        #expect(await keys { $0.header("X-Other", none) } == [[nil, nil], [nil, nil]])
    }

    @Test func sendsTheKeyOfTheCaller() async {
        let none: String? = nil
        let given = Array(repeating: ["given", nil as String?], count: 6)
        #expect(await keys { $0.header("Idempotency-Key", "given") } == given)
        #expect(await keys({ $0.header("Idempotency-Key", none) }, { $0.idempotencyKey = "given" }) == given)
        #expect(await keys({ _ in }, { $0.idempotencyKey = "given" }) == given)
        #expect(
            await keys({ $0.header("Idempotency-Key", none) }) {
                $0.headers = HTTPFields(["idempotency-key": "given"])
            } == given)
    }

    @Test func refusesAKeyThatIsNoHeaderValue() async {
        var client = client(InMemoryTransport())
        client.options.idempotencyKey = "a\r\nb"
        let error = await failure { [client] () throws(APIError) in
            try await client.send(Request(.post, "/items", operation: "items"))
        }
        #expect(error?.description.contains("idempotencyKey ") == true)
    }

    // MARK: - Budget

    /// Copies of a client repeat together what the budget allows, and get back what succeeds.
    @Test func spendsABudget() async {
        let transport = transport([.status(503), .status(204), .status(503)])
        var client = client(transport)
        client.configuration.retryBudget = RetryBudget(capacity: 11)
        let (one, other) = (client, client)
        let request = Request(.get, "/items", operation: "items")
        _ = await failure { () throws(APIError) in try await one.send(request) }
        #expect(transport.requests.count == 2)
        // Both tokens are back: two more attempts, and then none.
        _ = await failure { () throws(APIError) in try await other.send(request) }
        #expect(transport.requests.count == 5)
        _ = await failure { () throws(APIError) in try await one.send(request) }
        #expect(transport.requests.count == 6)
    }

    // MARK: - Time

    /// Each attempt has the time and the signature of its own.
    @Test func signsAnew() async {
        struct Signer: Authorizer {
            let phase = AuthorizationPhase.signature
            let count = Counter()

            func authorize(_ request: inout OutgoingRequest) async throws {
                let number = count.next()
                request.set("\(number)", in: .query("signature"), isSecret: false)
            }
        }
        let transport = transport([.status(503)])
        var client = client(transport)
        client.credentials["Signed"] = Credential(Signer())
        client.security = [["Signed"]]
        _ = await failure { [client] () throws(APIError) in
            try await client.send(Request(.get, "/items", operation: "items"))
        }
        #expect(transport.requests.map(\.query) == ["signature=1", "signature=2", "signature=3"])
    }

    /// An attempt that takes too long is repeated, whether its transport heeds that or not.
    @Test(.timeLimit(.minutes(2))) func repeatsLateAttempts() async throws {
        let count = Counter()
        let transport = InMemoryTransport { _ in
            let number = count.next()
            if number == 1 { await deaf(for: .seconds(90)) }
            return .empty()
        }
        var client = client(transport)
        client.options.attemptTimeout = .milliseconds(50)
        let start = ContinuousClock.now
        try await client.send(Request(.get, "/items", operation: "items"))
        #expect(start.duration(to: .now) < .seconds(45))
        #expect(transport.requests.count == 2)
    }

    @Test(.timeLimit(.minutes(2))) func cancellationEndsAWait() async {
        var client = client(transport([.status(503, ["Retry-After": "59"])]))
        client.configuration.sleep = { try await Task.sleep(for: $0) }
        let call = Task { [client] in
            await failure { () throws(APIError) in
                try await client.send(Request(.get, "/items", operation: "items"))
            }
        }
        try? await Task.sleep(for: .milliseconds(100))
        let start = ContinuousClock.now
        call.cancel()
        guard case .cancelled? = await call.value else {
            Issue.record("not cancelled")
            return
        }
        #expect(start.duration(to: .now) < .seconds(45))
    }

    /// A transport that heeds nothing keeps nobody from ending on time.
    @Test(.timeLimit(.minutes(2)), arguments: [true, false]) func endsOnTime(isCancelled: Bool) async {
        var client = client(
            InMemoryTransport { _ in
                await deaf(for: .seconds(90))
                return .empty()
            })
        client.options.timeout = isCancelled ? nil : .milliseconds(100)
        let start = ContinuousClock.now
        let call = Task { [client] in
            await failure { () throws(APIError) in
                try await client.send(Request(.get, "/items", operation: "items"))
            }
        }
        if isCancelled {
            try? await Task.sleep(for: .milliseconds(50))
            call.cancel()
        }
        #expect(await call.value != nil)
        #expect(start.duration(to: .now) < .seconds(45))
    }
}

/// A wait that no cancellation ends.
private func deaf(for duration: Duration) async {
    await withCheckedContinuation { continuation in
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Int(duration.components.seconds))) {
            continuation.resume()
        }
    }
}
