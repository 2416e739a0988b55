@_spi(Generated) import APIRuntime
import Foundation
import Testing

@Suite struct RateLimitTests {
    private func response(
        _ headers: [String: String], status: HTTPResponse.Status,
    ) throws -> TransportResponse {
        var response = TransportResponse.empty(status: status)
        for (name, value) in headers {
            response.head.headerFields[try #require(HTTPField.Name(name))] = value
        }
        return response
    }

    private func failed(_ headers: [String: String]) async throws -> StatusFailure {
        let response = try response(headers, status: .tooManyRequests)
        let error = await failure { () throws(APIError) in
            try await client(InMemoryTransport { _ in response })
                .send(Request(.get, "/items", operation: "getItems"))
        }
        guard case .status(let failure)? = error else { throw MissingFailure() }
        return failure
    }

    /// The headers; limit, remaining and used; and the reset.
    @Test(arguments: [
        (
            ["inin-ratelimit-count": "181", "inin-ratelimit-allowed": "180", "inin-ratelimit-reset": "37"],
            [180, 0, 180], RetryAfter.seconds(37)
        ),
        (
            ["ININ-RateLimit-Count": "30", "ININ-RateLimit-Allowed": "180", "ININ-RateLimit-Reset": "37"],
            [180, 150, 30], .seconds(37)
        ),
        (
            ["X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "7", "X-RateLimit-Reset": "1700000000"],
            [60, 7, 53], .date(Date(timeIntervalSince1970: 1_700_000_000))
        ),
        (
            [
                "RateLimit-Limit": "100, 100;w=60", "RateLimit-Remaining": "99", "RateLimit-Reset": "5",
                "X-RateLimit-Limit": "1",
            ], [100, 99, 1], .seconds(5)
        ),
        (["X-RateLimit-Remaining": "3"], [nil, 3, nil], nil),
        (["RateLimit-Limit": "3"], [3, nil, nil], nil),
        (["RateLimit-Reset": "0"], [nil, nil, nil], .seconds(0)),
    ])
    func readsTheHeaders(headers: [String: String], numbers: [Int?], reset: RetryAfter?) async throws {
        let limit = try #require(try await failed(headers).rateLimit)
        #expect([limit.limit, limit.remaining, limit.used] == numbers)
        #expect(limit.reset == reset)
    }

    @Test(arguments: [
        [:], ["X-RateLimit-Limit": "many"], ["RateLimit-Reset": "-1"], ["inin-ratelimit-count": "5"],
        ["RateLimit-Limit": "99999999999999999999"],
    ])
    func isAbsentWithoutNumbers(headers: [String: String]) async throws {
        #expect(try await failed(headers).rateLimit == nil)
    }

    @Test(arguments: [
        (["RateLimit-Reset": "37"], "Try again after 37 s."),
        (["RateLimit-Reset": "37", "Retry-After": "40"], "Try again after 40 s."),
        (["X-RateLimit-Reset": "1700000000"], "Try again after 2023-11-14T22:13:20.000Z."),
        ([:], "Try again later."),
    ])
    func saysWhenToTryAgain(headers: [String: String], advice: String) async throws {
        #expect(
            try await failed(headers).description
                == "getItems was answered with 429 Too Many Requests. \(advice)")
    }

    @Test func comesWithASuccess() async throws {
        let response = try response(["RateLimit-Remaining": "9"], status: .noContent)
        let items = Items(api: client(InMemoryTransport { _ in response }))
        let (_, answer) = try await items.withResponse {
            try await $0.api.send(Request(.get, "/items", operation: "getItems"))
        }
        #expect(answer.rateLimit?.remaining == 9)
    }
}

private struct Items: ServiceClient {
    var api: APIClient
}

private struct MissingFailure: Error {}
