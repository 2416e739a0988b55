/// What may differ from one call to the next.
public struct CallOptions: Sendable {
    /// How long a call may take in all, from waiting for its credentials to the last byte of the answer, with all
    /// attempts and the waits between them; `nil` leaves it to the transport.
    public var timeout: Duration?
    /// How long each attempt of a call may take; `nil` bounds none of them.
    public var attemptTimeout: Duration?
    /// When a request that failed is repeated.
    public var retries = RetryPolicy()
    /// The key by which the service knows the request again, if it is one that is not idempotent: so it is safe to
    /// repeat. It goes out as the header that the operation has for it, or else as `Idempotency-Key`. Without it, an
    /// operation that has such a header gets a key of its own for each call.
    public var idempotencyKey: String?
    /// Headers beyond those of the operation; they win over headers of the same name, but not over
    /// credentials. Cookies go out beside those of the operation.
    ///
    /// A call is refused with headers that belong to the connection: `Connection`, `Content-Length`, `Expect`, `Host`,
    /// `Keep-Alive`, `Proxy-Connection`, `TE`, `Trailer`, `Transfer-Encoding` and `Upgrade` (RFC 9110, sections 6.6,
    /// 7.2, 7.6 and 8.6). So it is with a `Content-Encoding` for a body that the client itself writes, and with a
    /// `Content-Type` for one of parts.
    public var headers: HTTPFields
    /// What is read of an answer that differs from the document. Whatever it is, a property that is not changed goes out
    /// as it came, and ``ClientConfiguration/onDeparture`` is told.
    public var reading = AnswerReading.lenient

    /// Creates options; without arguments, those of every call unless it sets its own.
    public init(timeout: Duration? = .seconds(600), headers: HTTPFields = HTTPFields()) {
        self.timeout = timeout
        self.headers = headers
    }
}

extension CallOptions: CustomReflectable {
    /// Headers may hold secrets: only their names are shown.
    public var customMirror: Mirror {
        Mirror(self, children: ["timeout": timeout as Any, "headers": headers.map(\.name.rawName)])
    }
}
