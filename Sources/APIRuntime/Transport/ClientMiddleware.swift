/// Intercepts the requests that a client sends and their responses, as for logging, metrics or a cache.
///
///     struct Timing: ClientMiddleware {
///         func intercept(
///             _ request: TransportRequest, next: @escaping Next,
///         ) async throws -> TransportStream {
///             let start = ContinuousClock.now
///             let response = try await next(request)
///             print(request.operation, response.head.status.code, start.duration(to: .now))
///             return response
///         }
///     }
///
/// Each attempt of a call passes through ``ClientConfiguration/middleware``, from the first element to the last, and then
/// to the transport. The request has its credentials and signatures by then: a change of what is signed makes the
/// service reject it.
public protocol ClientMiddleware: Sendable {
    /// Passes a request to the rest of the middleware and the transport.
    typealias Next = @Sendable (TransportRequest) async throws -> TransportStream

    /// Sends a request by calling `next`, which may be called several times or not at all.
    ///
    /// The body of the response can be read once. Middleware that reads it returns a new ``TransportStream``.
    ///
    /// - Throws: An error of `next`, or ``TransportError``. Callers see any other error as ``APIError/transport(_:)`` with the
    ///   reason ``TransportError/Reason/other``.
    func intercept(_ request: TransportRequest, next: @escaping Next) async throws -> TransportStream
}

extension [any ClientMiddleware] {
    /// Sends a request through all elements, the first one outermost.
    func send(
        _ request: TransportRequest, to transport: @escaping ClientMiddleware.Next,
    ) async throws -> TransportStream {
        let send = reversed().reduce(transport) { next, middleware in
            { try await middleware.intercept($0, next: next) }
        }
        return try await send(request)
    }
}
