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

    /// The headers of a service that counts what was sent.
    private static let ofService = ClientConfiguration.ResponseHeaders(
        limit: "Quota", used: "Quota-Used", reset: "Quota-Reset")

    private func failed(
        _ headers: [String: String], names: ClientConfiguration.ResponseHeaders = .init(),
    ) async throws -> StatusFailure {
        let response = try response(headers, status: .tooManyRequests)
        var client = client(InMemoryTransport { _ in response })
        client.configuration.responseHeaders = names
        client.options.retries = .never
        let error = await failure { [client] () throws(APIError) in
            try await client.send(Request(.get, "/items", operation: "getItems"))
        }
        guard case .status(let failure)? = error else { throw MissingFailure() }
        return failure
    }

    /// The headers; limit, remaining and used; and the reset.
    @Test(arguments: [
        (
            ["X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "7", "X-RateLimit-Reset": "1700000000"],
            [60, 7, 53], RetryAfter.date(Date(timeIntervalSince1970: 1_700_000_000))
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

    /// The headers; and limit, remaining, used and the seconds until the reset.
    @Test(arguments: [
        (["Quota": "180", "Quota-Used": "181", "Quota-Reset": "37"], [180, 0, 180, 37]),
        (["quota": "180", "QUOTA-USED": "30", "Quota-Reset": "37"], [180, 150, 30, 37]),
        (["Quota": "180", "RateLimit-Limit": "60", "RateLimit-Remaining": "7"], [180, 7, 173, nil]),
        (["Quota": "180", "Quota-Used": "30", "RateLimit-Remaining": "7"], [180, 150, 30, nil]),
        (["RateLimit-Limit": "60", "Quota-Used": "20", "RateLimit-Reset": "5"], [60, 40, 20, 5]),
    ])
    func readsTheHeadersOfTheServiceFirst(headers: [String: String], numbers: [Int?]) async throws {
        let limit = try #require(try await failed(headers, names: Self.ofService).rateLimit)
        #expect([limit.limit, limit.remaining, limit.used] == numbers.dropLast())
        #expect(limit.reset == numbers.last?.map { .seconds($0) })
    }

    /// The fields of the current draft; and limit, remaining, used and the seconds until the reset.
    @Test(arguments: [
        (["RateLimit": #""default";r=50;t=30"#], [nil, 50, nil, 30]),
        (
            ["RateLimit": #""default";r=50;t=30"#, "RateLimit-Policy": #""default";q=100;w=60"#],
            [100, 50, 50, 30]
        ),
        (
            // As express-rate-limit sends them.
            [
                "RateLimit": #""100-in-1min"; r=99; t=60"#,
                "RateLimit-Policy": #""100-in-1min"; q=100; w=60; pk=:MTI3LjAuMC4x:"#,
            ], [100, 99, 1, 60]
        ),
        (["RateLimit": "default;r=5", "RateLimit-Policy": #""default";q=7"#], [7, 5, 2, nil]),
        // The least remainder counts, and then the last reset.
        (
            [
                "RateLimit": #""day";r=900;t=80000, "hour";r=3;t=5"#,
                "RateLimit-Policy": #""hour";q=100,"day";q=1000"#,
            ], [100, 3, 97, 5]
        ),
        (["RateLimit": #""a";r=0;t=5,"b";r=0;t=900,"c";r=0,"d";r=1;t=9999"#], [nil, 0, nil, 900]),
        (["RateLimit": #""a";t=5,"b";r=-1,"c";r="0","d";r=8"#], [nil, 8, nil, nil]),
        // Before those of older drafts, and not together with them.
        (
            [
                "RateLimit": #""a";r=2"#, "RateLimit-Limit": "100", "RateLimit-Remaining": "99",
                "X-RateLimit-Reset": "5",
            ], [nil, 2, nil, nil]
        ),
        // After those of the service.
        (["RateLimit": #""a";r=2;t=5"#, "Quota": "180", "Quota-Reset": "37"], [180, 2, 178, 37]),
        (["RateLimit": #""a";r=2;t=5"#, "Quota": "180", "Quota-Used": "30"], [180, 150, 30, 5]),
        // An ill-formed field says nothing.
        (["RateLimit": "limit=100, remaining=50, reset=5", "RateLimit-Remaining": "7"], [nil, 7, nil, nil]),
        (["RateLimit": #""a";r=2;t=5,"#, "X-RateLimit-Remaining": "7"], [nil, 7, nil, nil]),
        (
            ["RateLimit": #""a";r=2;t=5"#, "RateLimit-Policy": #""a";q=9;w"60"#],
            [nil, 2, nil, 5]
        ),
    ])
    func readsThePolicies(headers: [String: String], numbers: [Int?]) async throws {
        let limit = try #require(try await failed(headers, names: Self.ofService).rateLimit)
        #expect([limit.limit, limit.remaining, limit.used] == numbers.dropLast())
        #expect(limit.reset == numbers.last?.map { .seconds($0) })
    }

    /// A field, and whether it is well-formed by RFC 9651.
    @Test(arguments: [
        (#""a";r=1"#, true), (#"  "a";r=1  "#, true), ("a;r=1", true), ("*a:b/c;r=1", true),
        (#""";r=1"#, true), (#""\"\\";r=1"#, true), (#""a";  x;r=1"#, true), (#""a";x=?1;r=1"#, true),
        (#""a";x=1.5;r=1"#, true), (#""a";x=-0;r=1"#, true), (#""a";x=:YWI=:;r=1"#, true),
        (#""a";x=b;*y_-.*0="c";r=1"#, true), (#""a";r=9;r=1"#, true), ("5;r=1", true), ("?0;r=1", true),
        ("b ,\t\"a\";r=1", true), (#""a";x=123456789012345;r=1"#, true),
        ("", false), (",", false), (#""a";r=1,"#, false), (#""a" ;r=1"#, false), (#""a";r =1"#, false),
        (#""a";r= 1"#, false), (#""a;r=1"#, false), (#""\a";r=1"#, false), (#""ä";r=1"#, false),
        (#""a";R=1"#, false), (#""a";1=1"#, false), (#""a";=1"#, false), (#""a";;r=1"#, false),
        (#""a";r=1 "b""#, false), (#""a";x=?2;r=1"#, false), (#""a";x=1.;r=1"#, false),
        (#""a";x=1.2345;r=1"#, false), (#""a";x=1234567890123.1;r=1"#, false), (#""a";x=-;r=1"#, false),
        (#""a";x=1234567890123456;r=1"#, false), (#""a";x=:a b:;r=1"#, false), (#""a";x=:YQ;r=1"#, false),
        (#"("a");r=1"#, false), (#""a";x=@1;r=1"#, false), (#"%"a";r=1"#, false), (#""a";r=１"#, false),
    ])
    func readsStructuredFields(text: String, isWellFormed: Bool) async throws {
        let limit = try await failed(["RateLimit": text, "RateLimit-Limit": "8"]).rateLimit
        #expect(limit?.remaining == (isWellFormed ? 1 : nil))
        #expect(limit?.limit == (isWellFormed ? nil : 8))
    }

    @Test func readsWhatIsLeftBeforeWhatIsUsed() async throws {
        let names = ClientConfiguration.ResponseHeaders(
            limit: "Quota", remaining: "Quota-Left", used: "Quota-Used")
        let headers = ["Quota": "180", "Quota-Left": "100", "Quota-Used": "30"]
        #expect(try await failed(headers, names: names).rateLimit?.remaining == 100)
    }

    @Test func knowsNoHeadersOfAServiceThatNamesNone() async throws {
        #expect(try await failed(["Quota": "180", "Quota-Used": "30"]).rateLimit == nil)
    }

    @Test(arguments: [
        [:], ["X-RateLimit-Limit": "many"], ["RateLimit-Reset": "-1"], ["Quota-Used": "5"],
        ["RateLimit-Limit": "99999999999999999999"],
    ])
    func isAbsentWithoutNumbers(headers: [String: String]) async throws {
        #expect(try await failed(headers, names: Self.ofService).rateLimit == nil)
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
