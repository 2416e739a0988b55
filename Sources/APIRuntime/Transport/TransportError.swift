/// Why a transport brought no answer. Transports throw it; callers see it as ``APIError/transport(_:)``.
public struct TransportError: Error, Hashable, Sendable {
    /// The kind of failure, for programs.
    public let reason: Reason
    /// The failure in words, for people. Must hold no URL and no secret.
    public let message: String

    /// Creates an error from a kind and a sentence without its full stop.
    public init(_ reason: Reason, message: String) {
        self.reason = reason
        self.message = message
    }

    /// What kind of failure it was. More kinds may come: a `switch` needs a `default`.
    public struct Reason: RawRepresentable<String>, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The time of the call was over.
        public static var timedOut: Self { Self(rawValue: "timedOut") }
        /// No connection to the host: no network, no such name, nobody listens.
        public static var unreachable: Self { Self(rawValue: "unreachable") }
        /// The connection could not be secured, as with a certificate that is not trusted.
        public static var insecure: Self { Self(rawValue: "insecure") }
        /// The connection broke before the answer was complete. The service may have done its work.
        public static var interrupted: Self { Self(rawValue: "interrupted") }
        /// Anything else.
        public static var other: Self { Self(rawValue: "other") }
    }
}
