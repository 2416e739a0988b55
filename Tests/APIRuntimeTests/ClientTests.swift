@_spi(Generated) import APIRuntime
import Foundation
import Testing

private let request = Request(.get, "/items", operation: "getItems")

@Suite struct ClientTests {
    @Test func asksForJSONWhereThereIsAValue() async throws {
        let transport = InMemoryTransport { _ in .json("[1]") }
        let numbers: [Int] = try await client(transport).send(request)
        #expect(numbers == [1])
        try await client(transport).send(request)
        let bytes: Data = try await client(transport).send(request)
        #expect(bytes == Data("[1]".utf8))
        var picture = request
        picture.accept("image/png")
        let _: Data = try await client(transport).send(picture)
        #expect(
            transport.requests.map { $0.head.headerFields[.accept] } == [
                "application/json", nil, nil, "image/png",
            ])
    }

    @Test(arguments: [200, 201, 202, 204, 206, 299])
    func takesAny2xx(code: Int) async throws {
        let transport = InMemoryTransport { _ in .json("1", status: .init(code: code)) }
        let value: Int = try await client(transport).send(request)
        #expect(value == 1)
        try await client(transport).send(request)
    }

    @Test(arguments: [199, 302, 400, 500])
    func throwsOtherStatuses(code: Int) async {
        let transport = InMemoryTransport { _ in .json("1", status: .init(code: code)) }
        let error = await failure { () throws(APIError) in try await client(transport).send(request) }
        guard case .status(let failure) = error else {
            Issue.record("no status error")
            return
        }
        #expect(failure.status.code == code)
    }

    @Test func takesAnEmptyBodyForAnOptionalOnly() async throws {
        let transport = InMemoryTransport { _ in .empty(status: .ok) }
        let none: Item? = try await client(transport).send(request)
        #expect(none == nil)
        let bytes: Data = try await client(transport).send(request)
        #expect(bytes.isEmpty)
        let error = await failure { () throws(APIError) -> JSONValue in
            try await client(transport).send(request)
        }
        #expect(error?.description.contains("at $: expected JSON, found nothing") == true)
    }

    @Test func takesOptionalBytes() async throws {
        let some: Data? = try await client(InMemoryTransport { _ in .json("[1]") }).send(request)
        #expect(some == Data("[1]".utf8))
        let none: Data? = try await client(InMemoryTransport { _ in .empty(status: .accepted) }).send(request)
        #expect(none == nil)
        var encoded = request
        encoded.accept("application/json")
        let base64: Data? = try await client(InMemoryTransport { _ in .json(#""AP8=""#) }).send(encoded)
        #expect(base64 == Data([0, 255]))
    }

    @Test(arguments: [
        "application/json", "Application/JSON; charset=utf-8", "application/problem+json", "text/html", nil,
    ])
    func readsJSONOfAnyContentType(type: String?) async throws {
        let transport = InMemoryTransport { _ in answer("{\"a\":1}", type) }
        let value: [String: Int] = try await client(transport).send(request)
        #expect(value == ["a": 1])
    }

    @Test(arguments: [("text/plain; charset=utf-8", "\"x\"", "\"x\""), ("application/json", "\"x\"", "x")])
    func readsTextAsItIs(type: String, body: String, expected: String) async throws {
        let transport = InMemoryTransport { _ in answer(body, type) }
        let text: String = try await client(transport).send(request)
        #expect(text == expected)
    }

    @Test func putsThePathOfTheServerInFront() async throws {
        let transport = InMemoryTransport()
        for baseURL: BaseURL in [
            "https://a.b", "https://a.b/", "http://a.b:8080/api/v1/", "https://\("a.b")/x%20y",
        ] {
            try await client(transport, baseURL: baseURL).send(request)
        }
        #expect(
            transport.requests.map {
                "\($0.head.scheme ?? "")|\($0.head.authority ?? "")|\($0.head.path ?? "")"
            } == [
                "https|a.b|/items", "https|a.b|/items", "http|a.b:8080|/api/v1/items",
                "https|a.b|/x%20y/items",
            ])
    }

    @Test(arguments: [
        ("https://a.b", "https://a.b/v1"), ("https://a.b/", "https://a.b/v1"),
        ("https://a.b/c/", "https://a.b/c/v1"),
    ])
    func joinsAnOriginWithOneSlash(origin: String, url: String) {
        let baseURL = BaseURL(template: "{origin}/v1", variables: ["origin": origin])
        #expect("\(baseURL)" == url)
    }

    @Test(arguments: [
        ("api.example.com", "must start with https:// or http://"), ("https://", "must name a host"),
        ("https:///v1", "must name a host"),
        ("https://api..b", "must name a host without empty parts, as an empty variable leaves them"),
        ("https://.a.b:80/v1", "must name a host without empty parts, as an empty variable leaves them"),
        ("https://evil.com:80.a.b", "must name a port by its number alone"),
        ("https://a.b:x/v1", "must name a port by its number alone"),
        ("https://a.b?x=1", "must not hold a query or fragment"),
        ("https://user:pw@a.b", "must not hold a user or password; set a credential instead"),
        ("https://{region}.a.b", "must not hold variables in braces; fill them in"),
        ("https://a.b/ü", "must be percent-encoded ASCII"), ("https://a b", "must be percent-encoded ASCII"),
        ("https://a.b/x/../y", "must not hold dot segments"),
    ])
    func reportsUnusableServers(url: String, problem: String) async {
        let error = await failure { () throws(APIError) in
            try await client(InMemoryTransport(), baseURL: BaseURL(url)).send(request)
        }
        #expect(error?.description == "getItems was not sent: server URL \(problem).")
    }

    @Test func sendsOptionsOfTheCall() async throws {
        let transport = InMemoryTransport()
        let configuration = ClientConfiguration(
            transport: transport, options: CallOptions(timeout: .seconds(9)), userAgent: "Test/1")
        var other = APIClient(baseURL: "https://a.b", configuration: configuration)
        try await other.send(request)
        other.options.timeout = .seconds(2)
        other.options.headers = [.accept: "text/csv", .userAgent: "Mine"]
        try await other.send(request)
        #expect(transport.requests.map(\.timeout) == [.seconds(9), .seconds(2)])
        #expect(transport.requests.map { $0.head.headerFields[.userAgent] } == ["Test/1", "Mine"])
        #expect(transport.requests[1].head.headerFields[.accept] == "text/csv")
    }

    /// No number from outside traps.
    @Test(arguments: [Int64.max, .min, 0, -1])
    func takesAnyTimeout(seconds: Int64) async {
        var client = client(InMemoryTransport())
        client.options.timeout = .seconds(seconds)
        let error = await failure { [client] () throws(APIError) in try await client.send(request) }
        #expect(seconds > 0 ? error == nil : true)
    }

    @Test(arguments: ["9223372036854775807", "99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"])
    func waitsForNoEternity(text: String) async throws {
        let transport = InMemoryTransport { _ in
            TransportResponse(
                head: HTTPResponse(status: .tooManyRequests, headerFields: [.retryAfter: text]))
        }
        let error = await failure { () throws(APIError) in try await client(transport).send(request) }
        guard case .status(let failure)? = error else { return #expect(Bool(false)) }
        let delay = failure.retryAfter?.delay() ?? .zero
        #expect(delay >= .zero && delay <= .seconds(1_000_000_000))
    }

    @Test func stopsWhenItsTimeIsOver() async {
        let transport = InMemoryTransport { _ in
            try await Task.sleep(for: .seconds(60))
            return .empty()
        }
        var slow = client(transport)
        slow.options.timeout = .milliseconds(20)
        let error = await failure { () throws(APIError) in try await slow.send(request) }
        guard case .transport(let failure) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.reason == .timedOut)
    }

    @Test(arguments: [false, true])
    func isCancelledWithItsTask(transportHidesIt: Bool) async {
        let transport = InMemoryTransport { _ in
            do {
                try await Task.sleep(for: .seconds(60))
            } catch {
                throw transportHidesIt ? TransportError(.interrupted, message: "broken") : error
            }
            return .empty()
        }
        let task = Task { await failure { () throws(APIError) in try await client(transport).send(request) } }
        task.cancel()
        guard case .cancelled(let cancellation) = await task.value else {
            Issue.record("not cancelled")
            return
        }
        #expect(cancellation.operation == "getItems")
    }
}

private func answer(_ body: String, _ type: String?) -> TransportResponse {
    var response = TransportResponse.json(body)
    response.head.headerFields[.contentType] = type
    return response
}
