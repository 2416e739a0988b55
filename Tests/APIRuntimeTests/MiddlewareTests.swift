@_spi(Generated) import APIRuntime
import Foundation
import Testing

@Suite struct MiddlewareTests {
    /// Lines that middleware writes.
    private final class Log: Sendable {
        private let record = Locked<[String]>([])

        var lines: [String] { record.withLock { $0 } }

        func append(_ line: String) { record.withLock { $0.append(line) } }
    }

    private struct Logging: ClientMiddleware {
        let name: String
        let log: Log

        func intercept(_ request: TransportRequest, next: @escaping Next) async throws -> TransportStream {
            log.append("\(name) \(request.operation) \(request.head.headerFields[.authorization] ?? "")")
            let response = try await next(request)
            log.append("\(name) \(response.head.status.code)")
            return response
        }
    }

    /// Middleware of a closure.
    private struct Middleware: ClientMiddleware {
        let body: @Sendable (TransportRequest, Next) async throws -> TransportStream

        func intercept(_ request: TransportRequest, next: @escaping Next) async throws -> TransportStream {
            try await body(request, next)
        }
    }

    private func client(_ transport: InMemoryTransport, _ middleware: any ClientMiddleware...) -> APIClient {
        var configuration = ClientConfiguration(transport: transport)
        configuration.middleware = middleware
        configuration.sleep = { _ in }
        var client = APIClient(baseURL: "https://a.b", configuration: configuration)
        client.credentials["Token"] = .bearer("t")
        client.security = [["Token"]]
        return client
    }

    private let request = Request(.get, "/items", operation: "getItems")

    /// The first is outermost, each attempt passes through all of them, and has its credentials.
    @Test func wrapsEachAttempt() async throws {
        let log = Log()
        let transport = InMemoryTransport { _ in
            log.append("transport")
            return .empty(status: log.lines.count < 5 ? .serviceUnavailable : .noContent)
        }
        let client = client(transport, Logging(name: "outer", log: log), Logging(name: "inner", log: log))
        try await client.send(request)
        let requests = ["outer getItems Bearer t", "inner getItems Bearer t", "transport"]
        #expect(log.lines == requests + ["inner 503", "outer 503"] + requests + ["inner 204", "outer 204"])
    }

    /// Middleware learns which attempt it sees and of which path, without the values of the path.
    @Test func tellsAttemptAndTemplate() async throws {
        struct Renewable: Authorizer {
            func authorize(_ request: inout OutgoingRequest) { request.set("t", in: .header("X-Key")) }
            func renew(after refused: OutgoingRequest) -> Bool { true }
        }
        let log = Log()
        let statuses: [HTTPResponse.Status] = [.serviceUnavailable, .unauthorized, .serviceUnavailable, .ok]
        let transport = InMemoryTransport { _ in
            .empty(status: statuses.dropFirst(log.lines.count - 1).first ?? .ok)
        }
        var client = client(
            transport,
            Middleware { request, next in
                log.append("\(request.attempt) \(request.pathTemplate ?? "") \(request.path)")
                return try await next(request)
            })
        client.credentials["Token"] = Credential(Renewable())
        client.options.retries = RetryPolicy(maxAttempts: 3)
        var request = Request(.get, "/items/{itemId}", operation: "getItem")
        request.path("itemId", "a1")
        try await client.send(request)
        #expect(log.lines == (1...4).map { "\($0) /items/{itemId} /items/a1" })
        try await client.send(request)
        #expect(log.lines.last == "1 /items/{itemId} /items/a1")
        try await client.send(Request(.get, "/items?kind=new", operation: "getNewItems"))
        #expect(log.lines.last == "1 /items /items")
    }

    @Test func hasNoTemplateByHand() {
        let head = HTTPRequest(method: .get, scheme: "https", authority: "a.b", path: "/")
        let request = TransportRequest(operation: "a", head: head)
        #expect(request.attempt == 1 && request.pathTemplate == nil)
    }

    @Test func changesRequestsAndResponses() async throws {
        let transport = InMemoryTransport { _ in .json(#"{"id":1}"#) }
        let client = client(
            transport,
            Middleware { request, next in
                var request = request
                request.head.headerFields[.acceptLanguage] = "en"
                let response = try await next(request)
                let body = String(decoding: try await response.remainder(), as: UTF8.self)
                return TransportStream(.json(body.replacing("1", with: "2")))
            })
        let value: JSONValue = try await client.send(request)
        #expect(value == ["id": 2])
        #expect(transport.requests.map { $0.head.headerFields[.acceptLanguage] } == ["en"])
    }

    @Test func answersWithoutTheTransport() async throws {
        let transport = InMemoryTransport()
        let client = client(transport, Middleware { _, _ in TransportStream(.json("[3]")) })
        let value: [Int] = try await client.send(request)
        #expect(value == [3])
        let stream: ResponseStream<[Int]> = try await client.stream(request, as: .jsonLines)
        var items: [[Int]] = []
        for try await item in stream { items.append(item) }
        #expect(items == [[3]])
        #expect(transport.requests.isEmpty)
    }

    /// An error is that of the call, and one of the transport is retried as such.
    @Test func throwsErrors() async {
        struct Refusal: Error {}
        let transport = InMemoryTransport()
        let refusing = client(transport, Middleware { _, _ in throw Refusal() })
        let error = await failure { () throws(APIError) in try await refusing.send(request) }
        guard case .transport(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.reason == .other)
        #expect(failure.message.contains("Refusal"))
        let log = Log()
        let breaking = client(
            transport,
            Middleware { request, next in
                log.append("attempt")
                if log.lines.count < 3 { throw TransportError(.interrupted, message: "broken") }
                return try await next(request)
            })
        let second = await APIRuntimeTests.failure { () throws(APIError) in try await breaking.send(request) }
        #expect(second == nil)
        #expect(log.lines.count == 3)
    }
}
