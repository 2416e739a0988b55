public import Foundation

/// The error of an authorizer without valid credentials. Callers see it as ``APIError/unauthorized(_:)``.
public struct AuthorizationError: Error, Hashable, Sendable {
    /// The kind of failure.
    public let reason: Reason
    /// A description of the failure, which must not contain a secret.
    public let message: String

    /// When the token endpoint allows another request, if it says so.
    public let retryAfter: RetryAfter?

    /// Creates an error from its kind and a sentence without a final period.
    public init(_ reason: Reason, message: String, retryAfter: RetryAfter? = nil) {
        self.reason = reason
        self.message = message
        self.retryAfter = retryAfter
    }

    /// The kind of failure: an OAuth error code (RFC 6749, sections 4.1.2.1 and 5.2; RFC 8628, section 3.5) as the
    /// service sent it, or ``misconfigured`` or ``invalidResponse``, which are the client's. More may be added: a `switch` needs a
    /// `default`.
    public struct Reason: RawRepresentable<String>, Hashable, Sendable {
        /// The error code, such as `invalid_grant`.
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The authorization code, refresh token or password is invalid, expired or revoked: the user must authorize
        /// the client again.
        public static var invalidGrant: Self { Self(rawValue: "invalid_grant") }
        /// The client is unknown, or its secret is wrong.
        public static var invalidClient: Self { Self(rawValue: "invalid_client") }
        /// The client is not allowed to use the grant type.
        public static var unauthorizedClient: Self { Self(rawValue: "unauthorized_client") }
        /// The service does not support the grant type.
        public static var unsupportedGrantType: Self { Self(rawValue: "unsupported_grant_type") }
        /// A scope is unknown, or exceeds what was granted.
        public static var invalidScope: Self { Self(rawValue: "invalid_scope") }
        /// The request is malformed.
        public static var invalidRequest: Self { Self(rawValue: "invalid_request") }
        /// The user or the service denied the request.
        public static var accessDenied: Self { Self(rawValue: "access_denied") }
        /// The user did not approve the request of a device in time (RFC 8628, section 3.5).
        public static var expiredToken: Self { Self(rawValue: "expired_token") }
        /// An internal error of the service.
        public static var serverError: Self { Self(rawValue: "server_error") }
        /// The service is overloaded or under maintenance.
        public static var temporarilyUnavailable: Self { Self(rawValue: "temporarily_unavailable") }

        /// The client's configuration is incomplete. Nothing was sent.
        public static var misconfigured: Self { Self(rawValue: "misconfigured") }
        /// The response does not conform to the standard.
        public static var invalidResponse: Self { Self(rawValue: "invalid_response") }
    }
}

extension AuthorizationError: CustomStringConvertible, LocalizedError {
    public var description: String { "\(message)." }
    public var errorDescription: String? { description }
}
