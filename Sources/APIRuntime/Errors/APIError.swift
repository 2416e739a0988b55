public import Foundation

/// Why a call returned no value.
///
/// Descriptions say what happened and what to do. They hold no secret and no query of a URL: credentials
/// and sensitive parameters are cut out of whatever is quoted.
public enum APIError: Error, Sendable {
    /// The request breaks rules of the document, or the client lacks what it needs. Nothing was sent.
    case invalidRequest(InvalidRequest)
    /// There is no answer. Unless the reason rules it out, the service may have done its work.
    case transport(TransportFailure)
    /// A credential could not be had or renewed, so that the call is not made or was refused.
    case unauthorized(AuthorizationFailure)
    /// The service answered with a status other than 2xx.
    case status(StatusFailure)
    /// The answer is a success, but its body is not what the document says.
    case undecodable(UndecodableResponse)
    /// The task of the call was cancelled.
    case cancelled(Cancellation)
}

extension APIError {
    /// The answer with a status other than 2xx, if that is why the call failed.
    ///
    ///     do {
    ///         return try await client.orders.getOrder(id: id).note ?? ""
    ///     } catch {
    ///         guard error.statusFailure?.status == .notFound else { throw error }
    ///         return ""
    ///     }
    ///
    /// Prefer it to `catch .status(let failure)` where other errors are thrown on: Swift 6.3 crashes on a `do` with a
    /// `??` whose patterns do not catch all errors.
    public var statusFailure: StatusFailure? {
        if case .status(let failure) = self { failure } else { nil }
    }
}

extension APIError {
    /// The status of the answer, if that is why the call failed or if its body could not be read.
    public var status: HTTPResponse.Status? {
        switch self {
        case .status(let failure): failure.status
        case .undecodable(let answer): answer.status
        case .invalidRequest, .transport, .unauthorized, .cancelled: nil
        }
    }

    /// Whether the same call may succeed at another time: the connection failed, the service has too much to do, or it
    /// failed itself (408, 429, and from 500 on without 501 and 505).
    ///
    /// That is not to say that the service did nothing: a `POST` may have been done, and would be done twice.
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
    /// Whether the service that issues tokens could not do it at that time.
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
    /// What a transport or an authorizer threw, as an error of the call.
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
