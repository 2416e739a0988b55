import APIOAuth
@_spi(Generated) import APIRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct RefusalTests {
    @Test func renewsARefusedToken() async throws {
        let service = Service(refusing: ["access-1"])
        try await service.client(.machine).call()
        #expect(service.calls.map(\.bearer) == ["access-1", "access-2"])
        #expect(service.tokenRequests.count == 2)
    }

    @Test func triesOnceOnly() async throws {
        let service = Service(refusing: ["access-1", "access-2", "access-3"])
        let error = await failure { () throws(APIError) in try await service.client(.machine).call() }
        guard case .status(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.status == .unauthorized)
        #expect(service.calls.map(\.bearer) == ["access-1", "access-2"])
    }

    /// There is no use in trying again with what was refused.
    @Test(arguments: [
        (OAuth.token("access-1"), 0), (.machine, 2),
        (.authorizationCode(AuthorizationCode("code", redirectURI: "a:b", clientID: "id")), 1),
        (.provider { _ in "access-1" }, 0),
    ])
    func doesNotRepeatAToken(oauth: OAuth, tokenRequests: Int) async throws {
        let service = Service(refusing: ["access-1", "access-2", "access-3"]) { _ in granted(1) }
        let error = await failure { () throws(APIError) in try await service.client(oauth).call() }
        guard case .status(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.status == .unauthorized)
        #expect(service.calls.map(\.bearer) == ["access-1"])
        #expect(service.tokenRequests.count == tokenRequests)
    }

    @Test func saysWhyItCannotRenew() async throws {
        let service = Service(refusing: ["access-1", "access-2", "access-3"]) { number in
            number == 1 ? granted(1) : .json(#"{"error":"invalid_grant"}"#, status: .badRequest)
        }
        let api = service.client(.refreshToken("refresh", clientID: "id"))
        #expect(await reason { () throws(APIError) in try await api.call() } == .invalidGrant)
        #expect(service.calls.count == 1)
    }

    /// Calls whose token was refused at once share a renewal, and those that come late find it done.
    @Test func renewsOnceForManyCalls() async throws {
        let service = Service(refusing: ["access-1"]) { number in
            try await Task.sleep(for: .milliseconds(50))
            return granted(number)
        }
        let api = service.client(.machine)
        let outcomes = await atOnce(100) { () throws(APIError) in try await api.call() }
        #expect(outcomes.allSatisfy { $0 == nil })
        #expect(service.tokenRequests.count == 2)
    }

    @Test func takesTheTokenThatIsNewerAlready() async throws {
        let gate = AsyncStream<Void>.makeStream()
        let arrived = AsyncStream<Void>.makeStream()
        let calls = Count()
        let transport = InMemoryTransport { request in
            if request.path.hasSuffix("/token") { return granted(calls.next()) }
            guard request.bearer == "access-1" else { return .json("true") }
            if request.path == "/slow" {
                arrived.continuation.yield()
                for await _ in gate.stream { break }
            }
            return .empty(status: .unauthorized)
        }
        var api = Service().client(.machine)
        api.configuration.transport = transport
        let slow = Task { [api] in
            await failure { () throws(APIError) in
                try await api.send(Request(.get, "/slow", operation: "getSlow"))
            }
        }
        for await _ in arrived.stream { break }
        try await api.call()
        gate.continuation.yield()
        #expect(await slow.value == nil)
        #expect(transport.requests.filter { $0.path.hasSuffix("/token") }.count == 2)
    }
}
