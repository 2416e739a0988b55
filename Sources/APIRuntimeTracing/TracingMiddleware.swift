public import APIRuntime
public import Tracing

/// Middleware that makes a client span for each attempt of a call, with swift-distributed-tracing.
///
///     configuration.middleware.append(TracingMiddleware())
///
/// The span is a child of the one of the task, and is called by the method and the path template, such as
/// `GET /pets/{petId}`. It ends when the head of the response arrives, or the attempt fails. Its attributes are those of
/// OpenTelemetry's semantic conventions for HTTP clients: `http.request.method`, `url.template`, `server.address`,
/// `server.port`, `http.response.status_code`, `error.type` and, from the second attempt on, `http.request.resend_count`;
/// and `operation`, the `operationId` in the document. There is no `url.full`, which would hold values.
///
/// A status of 400 or above, and an attempt without a response, is an error of the span. Of the error, the span has the
/// message of a `TransportError`, and otherwise the type alone.
///
/// The tracer adds its headers to the request, such as `traceparent` (W3C Trace Context, section 3.2). The request is signed
/// by then: headers are only added, and none that is there is changed, so that signatures stay valid.
public struct TracingMiddleware: ClientMiddleware {
    private let tracer: (any Tracer)?

    /// Creates middleware.
    ///
    /// - Parameter tracer: Makes the spans; `nil` for `InstrumentationSystem.tracer` at the time of each request.
    public init(tracer: (any Tracer)? = nil) {
        self.tracer = tracer
    }

    /// Sends a request within a span.
    ///
    /// - Throws: The errors of `next`.
    public func intercept(_ request: TransportRequest, next: @escaping Next) async throws -> TransportStream {
        let tracer = tracer ?? InstrumentationSystem.tracer
        let span = tracer.startAnySpan(request.spanName, ofKind: .client)
        defer { span.end() }
        span.updateAttributes { $0.describe(request) }
        var traced = request
        tracer.inject(span.context, into: &traced.head.headerFields, using: HeaderInjector())
        do {
            let response = try await ServiceContext.withValue(span.context) { [traced] in
                try await next(traced)
            }
            span.record(response.head.status)
            return response
        } catch {
            span.record(AttemptFailure(error, of: request))
            throw error
        }
    }
}

/// Adds headers that are not there yet.
private struct HeaderInjector: Injector {
    func inject(_ value: String, forKey key: String, into fields: inout HTTPFields) {
        guard let name = HTTPField.Name(key), fields[name] == nil, HTTPField.isValidValue(value) else {
            return
        }
        fields[name] = value
    }
}

extension TransportRequest {
    fileprivate var spanName: String {
        let method = knownMethod == "_OTHER" ? "HTTP" : knownMethod
        return pathTemplate.map { "\(method) \($0)" } ?? method
    }
}

extension SpanAttributes {
    fileprivate mutating func describe(_ request: TransportRequest) {
        self["operation"] = request.operation
        self["http.request.method"] = request.knownMethod
        if request.knownMethod == "_OTHER" {
            self["http.request.method_original"] = request.head.method.rawValue
        }
        if let template = request.pathTemplate { self["url.template"] = template }
        self["server.address"] = request.serverAddress
        if let port = request.serverPort { self["server.port"] = port }
        if request.attempt > 1 { self["http.request.resend_count"] = request.attempt - 1 }
    }
}

extension Span {
    fileprivate func record(_ status: HTTPResponse.Status) {
        attributes["http.response.status_code"] = status.code
        guard status.code >= 400 else { return }
        attributes["error.type"] = "\(status.code)"
        setStatus(SpanStatus(code: .error))
    }

    fileprivate func record(_ failure: AttemptFailure) {
        attributes["error.type"] = failure.type
        recordError(failure)
        setStatus(SpanStatus(code: .error, message: failure.description))
    }
}
