/// A call that failed because a credential could not be obtained, or was rejected and could not be renewed.
public struct AuthorizationFailure: Hashable, Sendable, CustomStringConvertible {
    /// The `operationId` in the document.
    public let operation: String
    /// The kind of failure.
    public let reason: AuthorizationError.Reason
    /// A description of the failure.
    public let message: String
    /// When the token endpoint allows another request, if it says so.
    public let retryAfter: RetryAfter?

    public var description: String {
        "\(operation) was not authorized: \(message).\(advice)"
    }

    private var advice: String {
        switch reason {
        case .invalidGrant: " Let the user authorize this client again."
        case .invalidClient: " Check the ID and the secret of the client."
        case .unauthorizedClient, .unsupportedGrantType: " Check what the service allows this client to do."
        case .serverError, .temporarilyUnavailable: " It may work later."
        default: ""
        }
    }
}
