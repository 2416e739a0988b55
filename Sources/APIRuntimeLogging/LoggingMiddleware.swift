public import APIRuntime
public import Logging

/// Middleware that writes one line for each attempt of a call to a logger of swift-log.
///
///     configuration.middleware.append(LoggingMiddleware(logger: Logger(label: "com.example.pets")))
///
/// The line is written when the head of the response arrives, or the attempt fails. Its metadata has the names of
/// OpenTelemetry's semantic conventions where there is one:
///
/// - `operation`: the `operationId` in the document;
/// - `http.request.method`, and `url.template` if it is known, such as `/pets/{petId}`;
/// - `server.address`: the host;
/// - `attempt`: the number of the attempt, from 1;
/// - `duration_ms`: milliseconds from the request to the head of the response, or to the failure. A transport answers a
///   call that is no stream with the whole response, so that its body is part of the duration;
/// - `http.response.status_code`, and `request_id` if the response names one;
/// - `http.request.body.size` and `http.response.body.size`: numbers of bytes as sent, if they are known;
/// - `error.type`: for a failure, the reason of the `TransportError`, or else the type of the error.
///
/// No line holds a path with its values, a query, the value of a header, or a body. Of an error, it holds the message of a
/// `TransportError`, which has no secrets, and otherwise the type alone. Credentials, and values that the document calls
/// secret, are redacted in the message and the request ID, in case the service or the transport repeats them.
///
/// Middleware that waits, such as a `RateLimiter`, goes in front of it, so that the duration does not count the wait.
public struct LoggingMiddleware: ClientMiddleware {
    private let logger: Logger
    private let level: Logger.Level
    private let failureLevel: Logger.Level
    private let responseHeaders: ClientConfiguration.ResponseHeaders

    /// Creates middleware.
    ///
    /// - Parameters:
    ///   - logger: The logger. Its own metadata is added to each line.
    ///   - level: The level of responses with a status below 500, and of cancelled attempts.
    ///   - failureLevel: The level of attempts without a response, and of responses with a status of 500 or above (RFC
    ///     9110, section 15.6). A status of 4xx has the level of successes: the answer to many a call is 404 or 409.
    ///   - responseHeaders: The service's own header name for the request ID, if it has one.
    public init(
        logger: Logger, level: Logger.Level = .debug, failureLevel: Logger.Level = .warning,
        responseHeaders: ClientConfiguration.ResponseHeaders = ClientConfiguration.ResponseHeaders(),
    ) {
        self.logger = logger
        self.level = level
        self.failureLevel = failureLevel
        self.responseHeaders = responseHeaders
    }

    /// Sends a request and writes a line on its outcome.
    ///
    /// - Throws: The errors of `next`.
    public func intercept(_ request: TransportRequest, next: @escaping Next) async throws -> TransportStream {
        let start = ContinuousClock.now
        do {
            let response = try await next(request)
            let duration = start.duration(to: .now)
            let status = response.head.status.code
            logger.log(
                level: status < 500 ? level : failureLevel, "\(request.title) \(status)",
                metadata: metadata(request, duration, response.head))
            return response
        } catch {
            let duration = start.duration(to: .now)
            let failure = AttemptFailure(error, of: request)
            logger.log(
                level: failure.isCancellation ? level : failureLevel, "\(request.title) failed, \(failure)",
                metadata: metadata(request, duration, failure))
            throw error
        }
    }

    private func metadata(
        _ request: TransportRequest, _ duration: Duration, _ head: HTTPResponse,
    ) -> Logger.Metadata {
        var metadata = metadata(request, duration)
        metadata["http.response.status_code"] = "\(head.status.code)"
        if let id = head.headerFields.requestID(by: responseHeaders) {
            metadata["request_id"] = "\(Redaction(secrets: request.secrets).quoted(id))"
        }
        if let length = head.headerFields.contentLength { metadata["http.response.body.size"] = "\(length)" }
        return metadata
    }

    private func metadata(
        _ request: TransportRequest, _ duration: Duration, _ failure: AttemptFailure,
    ) -> Logger.Metadata {
        var metadata = metadata(request, duration)
        metadata["error.type"] = "\(failure.type)"
        return metadata
    }

    private func metadata(_ request: TransportRequest, _ duration: Duration) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "operation": "\(request.operation)", "http.request.method": "\(request.head.method.rawValue)",
            "server.address": "\(request.serverAddress)", "attempt": "\(request.attempt)",
            "duration_ms": "\(Int(duration / .milliseconds(1)))",
        ]
        if let template = request.pathTemplate { metadata["url.template"] = "\(template)" }
        if let length = request.content?.length { metadata["http.request.body.size"] = "\(length)" }
        return metadata
    }
}

extension TransportRequest {
    /// The beginning of a line, such as `getPet: GET /pets/{petId}`.
    fileprivate var title: String {
        "\(operation): \(head.method.rawValue)" + (pathTemplate.map { " \($0)" } ?? "")
    }
}
