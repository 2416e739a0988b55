public import APIRuntime
public import Metrics

/// Middleware that measures each attempt of a call with swift-metrics.
///
///     configuration.middleware.append(MetricsMiddleware())
///
/// There is a timer `http.client.request.duration`, as OpenTelemetry's semantic conventions call it, from the request to
/// the head of the response or to the failure, and a counter `http.client.requests`. A transport answers a call that is no
/// stream with the whole response, so that its body is part of the duration. Both have these dimensions, always all of
/// them, each with few values:
///
/// - `operation`: the `operationId` in the document;
/// - `http.request.method`: the method, `_OTHER` for one that is not common;
/// - `server.address`: the host;
/// - `http.response.status_class`: `1xx` to `5xx`; empty without a response;
/// - `error.type`: without a response, the reason of the `TransportError`, or else the type of the error; empty
///   otherwise.
public struct MetricsMiddleware: ClientMiddleware {
    private let factory: (any MetricsFactory)?

    /// Creates middleware.
    ///
    /// - Parameter factory: Makes the metrics; `nil` for `MetricsSystem.factory` at the time of each request.
    public init(factory: (any MetricsFactory)? = nil) {
        self.factory = factory
    }

    /// Sends a request, and records its duration and outcome.
    ///
    /// - Throws: The errors of `next`.
    public func intercept(_ request: TransportRequest, next: @escaping Next) async throws -> TransportStream {
        let start = ContinuousClock.now
        do {
            let response = try await next(request)
            record(request, start.duration(to: .now), statusClass: "\(response.head.status.code / 100)xx")
            return response
        } catch {
            let failure = AttemptFailure(error, of: request)
            record(request, start.duration(to: .now), errorType: failure.type)
            throw error
        }
    }

    private func record(
        _ request: TransportRequest, _ duration: Duration, statusClass: String = "", errorType: String = "",
    ) {
        let dimensions = [
            ("operation", request.operation), ("http.request.method", request.knownMethod),
            ("server.address", request.serverAddress), ("http.response.status_class", statusClass),
            ("error.type", errorType),
        ]
        let factory = factory ?? MetricsSystem.factory
        Timer(
            label: "http.client.request.duration", dimensions: dimensions, preferredDisplayUnit: .seconds,
            factory: factory
        ).record(duration: duration)
        Counter(label: "http.client.requests", dimensions: dimensions, factory: factory).increment()
    }
}
