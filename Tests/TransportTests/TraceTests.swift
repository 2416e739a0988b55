import APIRuntime
import APIRuntimeAsyncHTTPClient
import APIRuntimeTracing
import AsyncHTTPClient
import FlyingFox
import InMemoryTracing
import Loopback
import Testing
import Tracing

/// What transports tell the tracer of a program.
@Suite(.timeLimit(.minutes(5))) struct TraceTests {
    /// Spans of AsyncHTTPClient would hold whole URLs, and their headers would replace those of the middleware.
    @Test(arguments: [false, true])
    func leavesSpansToTheMiddleware(isConfigured: Bool) async throws {
        let tracer = InMemoryTracer()
        let requests = try await withServer({ _ in .init(statusCode: .noContent) }) { server in
            try await withTracer(tracer) {
                let transport =
                    isConfigured
                    ? AsyncHTTPClientTransport(configuration: HTTPClient.Configuration())
                    : AsyncHTTPClientTransport()
                let request = TransportRequest(.get, server, "/pets/4711?key=hidden")
                _ = try await TracingMiddleware().intercept(request) { try await transport.stream($0) }
            }
        }
        #expect(tracer.finishedSpans.count == 1)
        #expect(!"\(tracer.finishedSpans)".contains("4711"))
        #expect(requests.map { $0.headers[InMemoryTracer.spanIDKey] } == tracer.finishedSpans.map(\.spanID))
    }
}
