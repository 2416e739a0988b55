@_spi(Generated) import APIRuntime
import APIRuntimeLogging
import APISigning
import Foundation
import InMemoryLogging
import Logging
import Testing

@Suite struct LoggingTests {
    private let handler = InMemoryLogHandler()

    private var logger: Logger {
        var logger = Logger(label: "test") { _ in handler }
        logger.logLevel = .trace
        return logger
    }

    private func client(
        attempts: Int = 1, middleware: LoggingMiddleware? = nil,
        _ answer: @escaping @Sendable (TransportRequest) async throws -> TransportResponse,
    ) -> APIClient {
        var client = APIRuntimeObservabilityTests.client(
            InMemoryTransport(answer: answer), middleware ?? LoggingMiddleware(logger: logger))
        client.options.retries = RetryPolicy(maxAttempts: attempts)
        return client
    }

    @Test func writesOneLineForASuccess() async throws {
        let id = try #require(HTTPField.Name("X-Request-ID"))
        let client = client { _ in
            var response = TransportResponse.json("{}")
            response.head.headerFields[id] = "r-1"
            response.head.headerFields[.contentLength] = "2"
            return response
        }
        var request = petRequest()
        request.body(["name": "Rex"])
        try await client.send(request)
        let entry = try #require(handler.entries.first)
        #expect(handler.entries.count == 1)
        #expect(entry.level == .debug)
        #expect(entry.message == "getPet: GET /pets/{petId} 200")
        var metadata = entry.metadata
        let duration = try #require(Int("\(metadata.removeValue(forKey: "duration_ms") ?? "")"))
        #expect((0..<60_000).contains(duration))
        #expect(
            metadata == [
                "operation": "getPet", "http.request.method": "GET", "url.template": "/pets/{petId}",
                "server.address": "api.example.com", "attempt": "1", "http.response.status_code": "200",
                "request_id": "r-1", "http.request.body.size": "14", "http.response.body.size": "2",
            ])
    }

    @Test(arguments: [
        (404, Logger.Level.debug), (429, .debug), (500, .warning), (503, .warning),
    ])
    func warnsOfServerErrors(status: Int, level: Logger.Level) async throws {
        let client = client { _ in .empty(status: HTTPResponse.Status(code: status)) }
        await #expect(throws: APIError.self) { try await client.send(petRequest()) }
        #expect(handler.entries.map(\.level) == [level])
        #expect(handler.entries.map { "\($0.message)" } == ["getPet: GET /pets/{petId} \(status)"])
    }

    @Test func writesALineForEachAttempt() async throws {
        let client = client(attempts: 2) { request in
            if request.attempt == 1 { throw TransportError(.timedOut, message: "no answer within 3 seconds") }
            return .empty()
        }
        try await client.send(petRequest())
        #expect(
            handler.entries.map { "\($0.level) \($0.message)" } == [
                "warning getPet: GET /pets/{petId} failed, timedOut: no answer within 3 seconds",
                "debug getPet: GET /pets/{petId} 204",
            ])
        #expect(handler.entries.map { $0.metadata["attempt"] } == ["1", "2"])
        #expect(handler.entries.map { $0.metadata["error.type"] } == ["timedOut", nil])
    }

    @Test func tellsOfOtherErrorsTheirTypeAlone() async {
        let client = client { _ in throw Leak(description: "hidden") }
        await #expect(throws: APIError.self) { try await client.send(petRequest()) }
        #expect(
            handler.entries.map { "\($0.level) \($0.message)" }
                == ["warning getPet: GET /pets/{petId} failed, Leak"])
        #expect(!"\(handler.entries)".contains("hidden"))
    }

    @Test func doesNotWarnOfCancellation() async {
        let client = client { _ in throw CancellationError() }
        await #expect(throws: APIError.self) { try await client.send(petRequest()) }
        #expect(handler.entries.map(\.level) == [.debug])
    }

    @Test func takesLevelsAndNames() async throws {
        let name = try #require(HTTPField.Name("X-Trace"))
        let middleware = LoggingMiddleware(
            logger: logger, level: .info, failureLevel: .error, responseHeaders: .init(requestID: "X-Trace"))
        let client = client(attempts: 2, middleware: middleware) { request in
            var response = TransportResponse.empty(status: request.attempt == 1 ? .badGateway : .ok)
            response.head.headerFields[name] = "t-\(request.attempt)"
            return response
        }
        try await client.send(petRequest())
        #expect(handler.entries.map(\.level) == [.error, .info])
        #expect(handler.entries.map { $0.metadata["request_id"] } == ["t-1", "t-2"])
    }

    @Test func isSilentBelowTheLevelOfTheLogger() async throws {
        var quiet = logger
        quiet.logLevel = .info
        try await client(middleware: LoggingMiddleware(logger: quiet)) { _ in .empty() }.send(petRequest())
        #expect(handler.entries.isEmpty)
    }

    // MARK: - Secrets

    private static let secret = "tQ7zW4mK9pXv2LbN8dRc5HgY3jFs6AkE1uTi0oPqZxCvBnMlKjHgFdSaQwErTyUi"

    /// Values that the document does not call secret are not written either.
    @Test(arguments: [1, 2, 3, 5, 6, 12, 64], [200, 400, 500])
    func hidesValuesOfAnyLength(count: Int, status: Int) async throws {
        let value = String(Self.secret.prefix(count))
        var client = client { _ in
            var response = TransportResponse.json("{\"a\": \"\(value)\"}")
            response.head = HTTPResponse(
                status: .init(code: status, reasonPhrase: "Not \(value)"), headerFields: [.server: value])
            response.head.headerFields[.setCookie] = "a=\(value)"
            return response
        }
        client.options.headers[.userAgent] = value
        client.options.queryItems = [("more", value)]
        var request = petRequest(id: value)
        request.query("name", value)
        request.header("X-Name", [value])
        request.cookie("session", ["a": value])
        request.body(["note": value])
        do { try await client.send(request) } catch { #expect(status != 200) }
        let entry = try #require(handler.entries.first)
        let shown = "\(entry.message) \(entry.metadata.sorted { $0.key < $1.key })"
        #expect(!shown.split { !$0.isLetter && !$0.isNumber }.contains { $0 == value }, "\(shown)")
        if count > 2 { #expect(!shown.contains(value), "\(shown)") }
        #expect("\(entry.message)" == "getPet: GET /pets/{petId} \(status)")
    }

    /// A secret wherever a caller may put it, and wherever a service or a transport may repeat it.
    @Test(arguments: [1, 2, 3, 5, 6, 12, 64], [200, 400, 500, 0, 1])
    func hidesSecretsOfAnyLength(count: Int, outcome: Int) async throws {
        let secret = String(Self.secret.prefix(count))
        #expect(secret.count == count)
        let id = try #require(HTTPField.Name("X-Request-ID"))
        var client = client { _ in
            if outcome == 0 { throw Leak(description: secret) }
            if outcome == 1 { throw TransportError(.other, message: "the host told \(secret)") }
            var response = TransportResponse.json("{\"a\": \"\(secret)\"}")
            response.head = HTTPResponse(
                status: .init(code: outcome, reasonPhrase: "Not \(secret)"), headerFields: [.server: secret])
            response.head.headerFields[.setCookie] = "a=\(secret)"
            response.head.headerFields[id] = "id \(secret)"
            return response
        }
        client.credentials = [
            "key": .apiKey(secret, in: .query("key")), "cookie": .apiKey(secret, in: .cookie("key")),
            "header": .apiKey(secret, in: .header("X-Key")), "bearer": .bearer(secret),
            "signature": .hmacSHA256(key: secret, signing: ["q": .query], in: .query("sig")),
        ]
        client.security = [["key", "cookie", "header", "bearer", "signature"]]
        client.options.headers[.userAgent] = secret
        client.options.queryItems = [("more", secret)]
        var request = petRequest(id: secret)
        request.query("name", secret)
        request.header("X-Name", [secret])
        request.cookie("session", ["a": secret])
        request.body(["password": secret])
        do { try await client.send(request) } catch { #expect(outcome != 200) }
        let entry = try #require(handler.entries.first)
        let shown = "\(entry.message) \(entry.metadata.sorted { $0.key < $1.key })"
        let words = shown.split { !$0.isLetter && !$0.isNumber }
        #expect(!words.contains { $0 == secret }, "\(shown)")
        if count > 2 { #expect(!shown.contains(secret), "\(shown)") }
        let ends = [0: "failed, Leak", 1: "failed, other: the host told [redacted]"]
        #expect("\(entry.message)" == "getPet: GET /pets/{petId} \(ends[outcome] ?? "\(outcome)")")
        if outcome > 1 { #expect(entry.metadata["request_id"] == "id [redacted]") }
    }
}
