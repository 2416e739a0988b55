@_spi(Generated) import APIRuntime
import Foundation
import SnapTrade
import Testing

@Suite struct FailureTests {
    private func failure(
        _ status: HTTPResponse.Status,
        _ body: String,
        headers: HTTPFields = HTTPFields(),
    ) async -> APIError? {
        let transport = InMemoryTransport { _ in
            let head = HTTPResponse(status: status, headerFields: headers)
            return TransportResponse(head: head, body: Data(body.utf8))
        }
        do throws(APIError) {
            _ = try await SnapTradeClient.forTests(transport: transport).connections
                .refreshBrokerageAuthorization(authorizationID: UUID(), userID: "u", userSecret: "hush-hush")
            return nil
        } catch {
            return error
        }
    }

    @Test func givesTheDeclaredBody() async throws {
        let body = Sample.text("BrokerageAuthorizationDisabledError.full")
        guard case .status(let failure)? = await failure(.init(code: 402), body) else {
            Issue.record("no failure of status 402")
            return
        }
        let error = try #require(failure.body(as: BrokerageAuthorizationDisabledError.self))
        #expect(error.code == 3003)
        #expect(failure.body(as: FailedRequest.self) == nil, "another type is declared for 402")
    }

    @Test func takesCodesOfBothTypes() async throws {
        guard case .status(let failure)? = await failure(.init(code: 429), #"{"code": "throttled"}"#) else {
            Issue.record("no failure of status 429")
            return
        }
        #expect(failure.body(as: TooManyRequests.self)?.code == "throttled")
    }

    @Test func keepsWhatSupportAsksFor() async throws {
        var headers = HTTPFields()
        for (name, value) in [
            ("X-Request-ID", "abc-1"), ("Retry-After", "30"), ("X-RateLimit-Remaining", "0"),
        ] {
            headers[try #require(HTTPField.Name(name))] = value
        }
        guard case .status(let failure)? = await failure(.tooManyRequests, "", headers: headers) else {
            Issue.record("no failure of status 429")
            return
        }
        #expect(failure.requestID == "abc-1")
        #expect(failure.retryAfter == .seconds(30))
        #expect(failure.headers[try #require(HTTPField.Name("x-ratelimit-remaining"))] == "0")
    }

    @Test(arguments: [200, 400, 500])
    func tellsNoSecret(status: Int) async throws {
        let body = #"{"userSecret": "hush-hush", "echo": "hush-hush YOUR_CONSUMER_KEY", "detail": 1}"#
        let error = try #require(await failure(.init(code: status), status == 200 ? "[\(body)]" : body))
        var dumped = ""
        dump(error, to: &dumped)
        for text in [dumped, "\(error)", String(reflecting: error), error.localizedDescription] {
            #expect(!text.contains("hush-hush"))
            #expect(!text.contains("YOUR_CONSUMER_KEY"))
        }
    }

    @Test func refusesSegmentsThatClimb() async throws {
        // A UUID cannot climb; a client that takes text could be made to.
        var request = Request(.get, "/authorizations/{id}", operation: "climb")
        request.path("id", "..")
        let transport = InMemoryTransport()
        let sent = request
        await #expect(throws: APIError.self) {
            try await SnapTradeClient.forTests(transport: transport).api.send(sent)
        }
        #expect(transport.requests.isEmpty)
    }
}
