@_spi(Generated) import APIRuntime
import APISigning
import Foundation
import Testing

private let request = Request(.get, "/items", operation: "getItems")

@Suite struct RenewalTests {
    private func client(
        _ transport: InMemoryTransport, _ authorizer: any Authorizer,
        now: @escaping @Sendable () -> Date = { Date() },
    ) -> APIClient {
        let configuration = ClientConfiguration(transport: transport, now: now)
        var api = APIClient(baseURL: "https://a.b", configuration: configuration)
        api.credentials["Token"] = Credential(authorizer)
        api.security = [["Token"]]
        return api
    }

    /// The tokens that are accepted, the statuses of the others, and the tokens that are sent.
    @Test(arguments: [
        ([1], 401, [1]), ([2], 401, [1, 2]), ([3], 401, [1, 2]), ([2], 403, [1]), ([2], 501, [1]),
    ])
    func repeatsARefusedCallOnce(accepted: [Int], status: Int, sent: [Int]) async {
        let transport = InMemoryTransport { request in
            let isAccepted = accepted.contains { request.query == "token=\($0)" }
            return .empty(status: isAccepted ? .noContent : .init(code: status))
        }
        let error = await failure { () throws(APIError) in
            try await client(transport, Tokens()).send(request)
        }
        #expect(transport.requests.map(\.query) == sent.map { "token=\($0)" })
        let isAccepted = sent.last.map(accepted.contains) ?? false
        #expect(
            error?.description.hasPrefix("getItems was answered with \(status)")
                == (isAccepted ? nil : true))
    }

    /// Signatures and time stamps are those of the second attempt.
    @Test func authorizesTheSecondAttemptAnew() async throws {
        let ticks = Locked(0)
        let transport = InMemoryTransport { request in
            .empty(status: request.query?.contains("token=2") == true ? .noContent : .unauthorized)
        }
        var api = client(transport, Tokens()) {
            ticks.withLock {
                $0 += 1
                return Date(timeIntervalSince1970: Double($0))
            }
        }
        api.credentials["Time"] = .unixTime(in: .query("time"))
        api.credentials["Signature"] = .hmacSHA256(key: "key", signing: ["q": .query], in: .query("sig"))
        api.security = [["Time", "Token", "Signature"]]
        try await api.send(request)
        // HMAC-SHA256 of {"q":"time=1&token=1"} and of {"q":"time=2&token=2"}, computed by OpenSSL.
        #expect(
            transport.requests.map(\.query) == [
                "time=1&token=1&sig=oJTd%2FNlebPpn4soq4srN%2B%2BWBnJ%2BarG8ytDQIYhhumfE%3D",
                "time=2&token=2&sig=Bjd3OiA9raAfWy97xKMWm5o5xWL4fHc%2F7uVCT4njDs0%3D",
            ])
    }

    @Test func repeatsNothingForACredentialThatCannotRenew() async {
        let transport = InMemoryTransport { _ in .empty(status: .unauthorized) }
        var api = client(transport, Tokens())
        api.credentials["Token"] = .bearer("token")
        _ = await failure { [api] () throws(APIError) in try await api.send(request) }
        #expect(transport.requests.count == 1)
    }

    @Test func reportsWhatRenewingThrows() async {
        let transport = InMemoryTransport { _ in .empty(status: .unauthorized) }
        let tokens = Tokens(error: AuthorizationError(.invalidGrant, message: "no more of 1, secret=x"))
        let error = await failure { () throws(APIError) in
            try await client(transport, tokens).send(request)
        }
        guard case .unauthorized(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.operation == "getItems")
        #expect(failure.reason == .invalidGrant)
        #expect(
            failure.description
                == "getItems was not authorized: no more of [redacted], secret=[redacted]. "
                + "Let the user authorize this client again.")
        #expect(everythingShown(failure).contains("secret=x") == false)
    }

    /// Waiting for credentials counts into the time of the call.
    @Test func stopsWhenItsTimeIsOver() async {
        var api = client(InMemoryTransport(), Slow())
        api.options.timeout = .milliseconds(20)
        let error = await failure { [api] () throws(APIError) in try await api.send(request) }
        guard case .transport(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.reason == .timedOut)
    }
}

/// Hands out the tokens 1, 2 and so on, a new one whenever the last was refused.
private final class Tokens: Authorizer {
    private let token = Locked(1)
    private let error: AuthorizationError?

    init(error: AuthorizationError? = nil) { self.error = error }

    func authorize(_ request: inout OutgoingRequest) {
        request.set(String(token.withLock { $0 }), in: .query("token"))
    }

    func renew(after refused: OutgoingRequest) throws -> Bool {
        if let error { throw error }
        token.withLock { $0 += 1 }
        return true
    }
}

private struct Slow: Authorizer {
    func authorize(_ request: inout OutgoingRequest) async throws {
        try await Task.sleep(for: .seconds(60))
    }
}
