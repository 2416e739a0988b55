import APIOAuth
import APIRuntime
import FlyingFox
import Foundation
import GenesysCloud
import HTTPTypes
import Loopback
import Testing

@Suite struct FailureTests {
    private static let body = """
        {"message": "Not today.", "code": "try.later", "status": 400, "contextId": "c-1",
         "messageParams": {"day": "today"}, "details": [{"fieldName": "weight"}],
         "errors": [{"message": "Really not.", "errors": []}]}
        """

    /// The failure of a call that is answered so, after exactly one request.
    private func failure(
        _ status: Int, _ body: String, headers: [String: String] = [:],
        _ call: (JourneyAPI) async throws -> Void = { _ = try await $0.getJourneySegments() },
    ) async throws -> StatusFailure {
        var head = HTTPTypes.HTTPResponse(status: .init(code: status))
        for (name, value) in headers {
            head.headerFields[try #require(HTTPField.Name(name))] = value
        }
        let response = TransportResponse(head: head, body: Data(body.utf8))
        let (error, count) = await GenesysCloudTests.failure(answer: response, call)
        #expect(count == 1, "nothing is sent again unasked")
        guard case .status(let failure)? = error else { throw NoFailure() }
        return failure
    }

    private struct NoFailure: Error {}

    @Test(arguments: [400, 401, 403, 404, 408, 409, 413, 415, 429, 500, 503, 504])
    func bodiesAreTypedForEachDocumentedStatus(status: Int) async throws {
        let failure = try await failure(status, Self.body)
        #expect(failure.status.code == status)
        let body = try #require(failure.body(as: ErrorBody.self))
        #expect(body.message == "Not today.")
        #expect(body.messageParams == ["day": "today"])
        #expect(body.details?.map(\.fieldName) == ["weight"])
        #expect(body.errors?.map(\.message) == ["Really not."])
        #expect(failure.body(as: ErrorDetail.self) == nil, "another type is declared")
    }

    /// Operations that were gone before Genesys documented 408 and 409.
    @Test(arguments: [408, 409, 502])
    func bodiesOfOtherStatusesCanBeRead(status: Int) async throws {
        let failure = try await failure(status, Self.body) { journey in
            try await journey.postJourneyExternalcontactSegments(externalContactID: "c", body: [])
        }
        #expect(failure.body(as: ErrorBody.self)?.code == "try.later")
    }

    @Test func operationsWithoutValueFailTheSame() async throws {
        let failure = try await failure(409, Self.body) {
            try await $0.deleteJourneyActionmap(actionMapID: "m")
        }
        #expect(failure.operation == "deleteJourneyActionmap")
        #expect(failure.body(as: ErrorBody.self)?.contextID == "c-1")
    }

    @Test func nothingIsRequiredOfABody() async throws {
        #expect(try await failure(400, "{}").body(as: ErrorBody.self) == ErrorBody())
    }

    @Test(arguments: ["ININ-Correlation-Id", "inin-correlation-id", "X-Request-ID"])
    func theNameOfTheRequestIsKept(header: String) async throws {
        let failure = try await failure(500, "", headers: [header: "correlation-1"])
        #expect(failure.requestID == "correlation-1")
        #expect("\(failure)".contains("correlation-1"))
    }

    @Test func limitsAndWaitsAreKept() async throws {
        let headers = [
            "Retry-After": "7200", "inin-ratelimit-count": "300", "inin-ratelimit-allowed": "300",
            "inin-ratelimit-reset": "42",
        ]
        let failure = try await failure(429, Self.body, headers: headers)
        #expect(failure.retryAfter == .seconds(7200))
        #expect(failure.rateLimit?.remaining == 0)
        for (name, value) in headers {
            #expect(failure.headers[try #require(HTTPField.Name(name))] == value)
        }
    }

    /// Limit, remaining and used.
    @Test(arguments: [
        (
            ["inin-ratelimit-count": "181", "inin-ratelimit-allowed": "180", "inin-ratelimit-reset": "37"],
            [180, 0, 180]
        ),
        (
            ["ININ-RateLimit-Count": "30", "ININ-RateLimit-Allowed": "180", "ININ-RateLimit-Reset": "37"],
            [180, 150, 30]
        ),
    ])
    func rateLimitsAreRead(headers: [String: String], numbers: [Int]) async throws {
        let limit = try #require(try await failure(429, Self.body, headers: headers).rateLimit)
        #expect([limit.limit, limit.remaining, limit.used] == numbers)
        #expect(limit.reset == .seconds(37))
    }

    @Test func requestsAndRateLimitsAreToldOverHTTP() async throws {
        var response = FlyingFox.HTTPResponse.json(Self.body)
        response.statusCode = .init(429, phrase: "Too Many Requests")
        response.headers[.init("ININ-Correlation-Id")] = "correlation-1"
        response.headers[.init("inin-ratelimit-allowed")] = "300"
        response.headers[.init("inin-ratelimit-count")] = "300"
        response.headers[.init("inin-ratelimit-reset")] = "42"
        try await withJourneyServer({ [response] _ in response }) { journey, _ in
            let error = await #expect(throws: APIError.self) { _ = try await journey.getJourneySegments() }
            guard case .status(let failure)? = error else { throw NoFailure() }
            #expect(failure.requestID == "correlation-1")
            #expect(failure.rateLimit?.remaining == 0)
            #expect(failure.description.contains("request correlation-1. Try again after 42 s."))
        }
    }

    /// Tokens are asked for on another host of the service, which names requests alike.
    @Test func requestsForTokensAreNamedToo() async throws {
        let name = try #require(HTTPField.Name("ININ-Correlation-Id"))
        let response = TransportResponse(
            head: HTTPTypes.HTTPResponse(status: .badGateway, headerFields: [name: "correlation-1"]))
        let client = GenesysCloudClient(
            oauth: .clientCredentials(id: "id", secret: "secret"),
            configuration: ClientConfiguration(transport: InMemoryTransport { _ in response }))
        let error = await #expect(throws: APIError.self) {
            _ = try await client.with { $0.retries = .never }.journey.getJourneySegments()
        }
        #expect(error?.description.contains("502 (request correlation-1)") == true)
    }

    @Test(arguments: ["", "<html><h1>502 Bad Gateway</h1></html>", "upstream timed out", "[1, 2]", "{\"mess"])
    func bodiesOfGatewaysDoNoHarm(body: String) async throws {
        let failure = try await failure(502, body, headers: ["Content-Type": "text/html"])
        #expect(failure.status.code == 502)
        #expect(failure.body(as: ErrorBody.self) == nil)
        #expect(failure.body == Data(body.utf8))
        #expect(body.isEmpty || "\(failure)".contains(body.prefix(5)))
    }

    @Test func tokensAreNotTold() async throws {
        let failure = try await failure(401, #"{"message": "access-token-1 has expired"}"#)
        var dumped = ""
        dump(failure, to: &dumped)
        for text in [dumped, "\(failure)", String(reflecting: failure), "\(APIError.status(failure))"] {
            #expect(!text.contains("access-token-1"))
        }
    }
}
