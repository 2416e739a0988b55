public import Foundation

/// The error of a call.
///
/// Descriptions state the cause and a remedy. They contain no secrets and no query strings of URLs: credentials and
/// sensitive parameters are redacted in quoted text.
public enum APIError: Error, Sendable {
    /// The request violates the document, or the client lacks something. Nothing was sent.
    case invalidRequest(InvalidRequest)
    /// There was no response. Unless the reason rules it out, the service may have processed the request.
    case transport(TransportFailure)
    /// A credential could not be obtained or renewed. The call was not made, or was rejected.
    case unauthorized(AuthorizationFailure)
    /// The response has a status other than 2xx that the operation does not declare as a success.
    case status(StatusFailure)
    /// The response was successful, but its body does not match the document.
    case undecodable(UndecodableResponse)
    /// The task of the call was cancelled.
    case cancelled(Cancellation)
}

extension APIError {
    /// The unsuccessful response, if that is the error.
    ///
    ///     do {
    ///         return try await client.orders.getOrder(id: id).note ?? ""
    ///     } catch {
    ///         guard error.statusFailure?.status == .notFound else { throw error }
    ///         return ""
    ///     }
    ///
    /// Prefer it to `catch .status(let failure)` where other errors are thrown on: Swift 6.3 crashes on a `do` that
    /// contains `??` and whose `catch` clauses are not exhaustive.
    public var statusFailure: StatusFailure? {
        if case .status(let failure) = self { failure } else { nil }
    }
}

extension APIError {
    /// The status of the response, if the call failed because of the status or the body.
    public var status: HTTPResponse.Status? {
        switch self {
        case .status(let failure): failure.status
        case .undecodable(let answer): answer.status
        case .invalidRequest, .transport, .unauthorized, .cancelled: nil
        }
    }

    /// Whether the same call may succeed later: the connection failed, or the status is 408, 429, or 500 or above except
    /// 501 and 505.
    ///
    /// The service may have processed the request: repeating a `POST` may repeat its effect.
    public var isRetryable: Bool {
        switch self {
        case .status(let failure): RetryPolicy.usualStatuses.contains(failure.status.code)
        case .transport(let failure): [.timedOut, .unreachable, .interrupted].contains(failure.reason)
        case .unauthorized(let failure): failure.reason.isPassing
        case .invalidRequest, .undecodable, .cancelled: false
        }
    }
}

extension AuthorizationError.Reason {
    /// Whether the token endpoint is temporarily unavailable.
    var isPassing: Bool { self == .serverError || self == .temporarilyUnavailable }
}

extension APIError: CustomStringConvertible, CustomDebugStringConvertible, LocalizedError {
    public var description: String {
        switch self {
        case .invalidRequest(let failure): failure.description
        case .transport(let failure): failure.description
        case .unauthorized(let failure): failure.description
        case .status(let failure): failure.description
        case .undecodable(let failure): failure.description
        case .cancelled(let failure): failure.description
        }
    }

    public var debugDescription: String { description }

    public var errorDescription: String? { description }
}

extension APIError {
    /// Converts an error of a transport or an authorizer.
    init(_ error: any Error, operation: String, _ redaction: Redaction) {
        switch error {
        case let error as APIError:
            self = error
        case is CancellationError:
            self = .cancelled(Cancellation(operation: operation))
        case let error as AuthorizationError:
            self = .unauthorized(
                AuthorizationFailure(
                    operation: operation, reason: error.reason, message: redaction.cleaned(error.message),
                    retryAfter: error.retryAfter))
        case let error as TransportError:
            self = .transport(
                TransportFailure(
                    operation: operation, reason: error.reason, message: redaction.cleaned(error.message)))
        default:
            let message = redaction.cleaned("\(error) (\(type(of: error)))")
            self = .transport(TransportFailure(operation: operation, reason: .other, message: message))
        }
    }
}
