@_spi(Generated) import APIRuntime
import APIRuntimeTracing
import APISigning
import Foundation
import InMemoryTracing
import Testing
import Tracing

@Suite struct TracingTests {
    private let tracer = InMemoryTracer()
    private var middleware: TracingMiddleware { TracingMiddleware(tracer: tracer) }

    private func attributes(_ span: FinishedInMemorySpan) -> [String: SpanAttribute] {
        var all: [String: SpanAttribute] = [:]
        span.attributes.forEach { all[$0] = $1 }
        return all
    }

    @Test func makesASpanOfEachAttempt() async throws {
        let transport = InMemoryTransport { .empty(status: $0.attempt == 1 ? .serviceUnavailable : .ok) }
        try await client(transport, middleware).send(petRequest())
        let spans = tracer.finishedSpans
        #expect(spans.map(\.operationName) == ["GET /pets/{petId}", "GET /pets/{petId}"])
        #expect(spans.map(\.kind) == [.client, .client])
        let first = try #require(spans.first)
        let second = try #require(spans.last)
        #expect(
            attributes(first) == [
                "operation": "getPet", "http.request.method": "GET", "url.template": "/pets/{petId}",
                "server.address": "api.example.com", "server.port": 8443, "http.response.status_code": 503,
                "error.type": "503",
            ])
        #expect(first.status?.code == .error)
        #expect(attributes(second)["http.request.resend_count"] == 1)
        #expect(attributes(second)["error.type"] == nil)
        #expect(second.status == nil)
        #expect(tracer.activeSpans.isEmpty)
    }

    @Test(arguments: [(399, false), (400, true), (500, true)])
    func marksFailures(status: Int, isError: Bool) async throws {
        let transport = InMemoryTransport { _ in .empty(status: .init(code: status)) }
        var client = client(transport, middleware)
        client.options.retries = .never
        _ = try? await client.send(petRequest())
        let span = try #require(tracer.finishedSpans.first)
        #expect((span.status?.code == .error) == isError)
        #expect(attributes(span)["error.type"] == (isError ? "\(status)" : nil))
    }

    @Test func recordsErrorsWithoutSecrets() async throws {
        var client = client(
            InMemoryTransport { request in
                if request.attempt == 1 {
                    throw TransportError(.timedOut, message: "nothing of s3cr3t-value")
                }
                throw Leak(description: "s3cr3t-value")
            }, middleware)
        client.credentials["Token"] = .bearer("s3cr3t-value")
        client.security = [["Token"]]
        _ = try? await client.send(petRequest())
        let spans = tracer.finishedSpans
        #expect(spans.map { attributes($0)["error.type"] } == ["timedOut", "Leak"])
        #expect(
            spans.map { $0.errors.map { "\($0.error)" } } == [["timedOut: nothing of [redacted]"], ["Leak"]])
        #expect(spans.map(\.status?.message) == ["timedOut: nothing of [redacted]", "Leak"])
        #expect(spans.allSatisfy { $0.status?.code == .error })
    }

    /// The span is a child of that of the task, and the service is told of it.
    @Test func passesTheTraceOn() async throws {
        let transport = InMemoryTransport { _ in
            #expect(ServiceContext.current?.inMemorySpanContext?.spanID != nil)
            return .empty()
        }
        let client = client(transport, middleware)
        try await tracer.withSpan("parent") { _ in try await client.send(petRequest()) }
        let child = try #require(tracer.finishedSpans.first { $0.kind == .client })
        let parent = try #require(tracer.finishedSpans.first { $0.operationName == "parent" })
        #expect(child.parentSpanID == parent.spanID)
        #expect(child.traceID == parent.traceID)
        let headers = try #require(transport.requests.first).head.headerFields
        let name = try #require(HTTPField.Name(InMemoryTracer.spanIDKey))
        #expect(headers[name] == child.spanID)
    }

    /// Headers are added behind the signature, which covers what was there.
    @Test func leavesWhatIsSignedAsItIs() async throws {
        let name = try #require(HTTPField.Name(InMemoryTracer.traceIDKey))
        let transport = InMemoryTransport()
        var plain = client(transport)
        plain.sign(key: "k", header: name)
        var traced = client(transport, middleware)
        traced.sign(key: "k", header: name)
        try await plain.send(petRequest())
        try await traced.send(petRequest())
        var heads = transport.requests.map(\.head)
        #expect(heads[0].path?.contains("sig=") == true)
        #expect(heads[1].headerFields[name] == "of-the-caller")
        let added = try #require(HTTPField.Name(InMemoryTracer.spanIDKey))
        #expect(heads[1].headerFields[added] != nil)
        heads[1].headerFields[added] = nil
        #expect(heads[0] == heads[1])
    }

    @Test(arguments: [
        ("[::1]:8080", "http", "::1", 8080), ("example.com", "https", "example.com", 443),
        ("example.com", "http", "example.com", 80), ("user:pass@example.com:1", "https", "example.com", 1),
    ])
    func namesServers(authority: String, scheme: String, address: String, port: Int) async throws {
        let head = HTTPRequest(method: .get, scheme: scheme, authority: authority, path: "/")
        try await intercept(TransportRequest(operation: "find", head: head))
        let span = try #require(tracer.finishedSpans.first)
        #expect(span.operationName == "GET")
        #expect(attributes(span)["server.address"] == .string(address))
        #expect(attributes(span)["server.port"] == .int64(Int64(port)))
    }

    @Test func namesOtherMethods() async throws {
        let method = try #require(HTTPRequest.Method("PURGE"))
        let head = HTTPRequest(method: method, scheme: "https", authority: "a.b", path: "/")
        try await intercept(TransportRequest(operation: "purge", head: head))
        let span = try #require(tracer.finishedSpans.first)
        #expect(span.operationName == "HTTP")
        #expect(attributes(span)["http.request.method"] == "_OTHER")
        #expect(attributes(span)["http.request.method_original"] == "PURGE")
    }

    private func intercept(_ request: TransportRequest) async throws {
        _ = try await middleware.intercept(request) { _ in TransportStream(.empty()) }
    }
}

extension APIClient {
    /// Signs requests, with a header of the caller that the tracer would set.
    fileprivate mutating func sign(key: String, header: HTTPField.Name) {
        configuration.now = { Date(timeIntervalSince1970: 0) }
        credentials["signature"] = .hmacSHA256(key: key, signing: ["path": .path], in: .query("sig"))
        security = [["signature"]]
        options.headers[header] = "of-the-caller"
    }
}
