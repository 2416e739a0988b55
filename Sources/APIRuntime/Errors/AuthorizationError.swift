public import Foundation

/// Why an authorizer has no access to offer. Authorizers throw it; callers see it as
/// ``APIError/unauthorized(_:)``.
public struct AuthorizationError: Error, Hashable, Sendable {
    /// The kind of failure, for programs.
    public let reason: Reason
    /// The failure in words, for people. Must hold no secret.
    public let message: String

    /// When the service that issues tokens wants to be asked again, if it says so.
    public let retryAfter: RetryAfter?

    /// Creates an error from a kind and a sentence without its full stop.
    public init(_ reason: Reason, message: String, retryAfter: RetryAfter? = nil) {
        self.reason = reason
        self.message = message
        self.retryAfter = retryAfter
    }

    /// What kind of failure it was: a code of OAuth (RFC 6749, sections 4.1.2.1 and 5.2) as the service sent
    /// it, or one of the two that are not the service's. More may come: a `switch` needs a `default`.
    public struct Reason: RawRepresentable<String>, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The code, refresh token or password is not valid or not valid any more: the user must authorize
        /// the client again.
        public static var invalidGrant: Self { Self(rawValue: "invalid_grant") }
        /// The service does not know the client, or its secret is wrong.
        public static var invalidClient: Self { Self(rawValue: "invalid_client") }
        /// The client may not get tokens in this way.
        public static var unauthorizedClient: Self { Self(rawValue: "unauthorized_client") }
        /// The service does not know this way to get tokens.
        public static var unsupportedGrantType: Self { Self(rawValue: "unsupported_grant_type") }
        /// A scope is unknown, or goes beyond what was granted.
        public static var invalidScope: Self { Self(rawValue: "invalid_scope") }
        /// The service could not read the request.
        public static var invalidRequest: Self { Self(rawValue: "invalid_request") }
        /// The user, or the service, said no.
        public static var accessDenied: Self { Self(rawValue: "access_denied") }
        /// The service failed.
        public static var serverError: Self { Self(rawValue: "server_error") }
        /// The service has too much to do or is being repaired.
        public static var temporarilyUnavailable: Self { Self(rawValue: "temporarily_unavailable") }

        /// The client lacks something that it needs to ask. Nothing was sent.
        public static var misconfigured: Self { Self(rawValue: "misconfigured") }
        /// The answer is not what the standard demands.
        public static var invalidResponse: Self { Self(rawValue: "invalid_response") }
    }
}

extension AuthorizationError: CustomStringConvertible, LocalizedError {
    public var description: String { "\(message)." }
    public var errorDescription: String? { description }
}
