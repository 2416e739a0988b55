/// The error of a transport that got no complete response. Callers see it as ``APIError/transport(_:)``.
public struct TransportError: Error, Hashable, Sendable {
    /// The kind of failure.
    public let reason: Reason
    /// A description of the failure, which must not contain a URL or a secret.
    public let message: String

    /// Creates an error from its kind and a sentence without a final period.
    public init(_ reason: Reason, message: String) {
        self.reason = reason
        self.message = message
    }

    /// The kind of failure. More may be added: a `switch` needs a `default`.
    public struct Reason: RawRepresentable<String>, Hashable, Sendable {
        /// The name of the reason, such as `timedOut`.
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The time limit was exceeded.
        public static var timedOut: Self { Self(rawValue: "timedOut") }
        /// No connection to the host: there is no network, the name cannot be resolved, or the connection was refused.
        public static var unreachable: Self { Self(rawValue: "unreachable") }
        /// No secure connection, for example because the certificate is not trusted.
        public static var insecure: Self { Self(rawValue: "insecure") }
        /// The connection was lost before the response was complete. The service may have processed the request.
        public static var interrupted: Self { Self(rawValue: "interrupted") }
        /// Any other failure.
        public static var other: Self { Self(rawValue: "other") }
    }
}

extension TransportError {
    /// The error for a response with more bytes than the transport may keep in memory.
    package static func tooLarge(_ limit: Int) -> TransportError {
        TransportError(.other, message: "the body of the answer has more than \(limit) bytes")
    }
}
