/// Options that may be set for each call.
public struct CallOptions: Sendable {
    /// The time limit of a call, from obtaining its credentials to decoding the response, including all attempts and the
    /// delays between them; of a stream, until the response begins. With `nil`, the transport decides.
    public var timeout: Duration?
    /// The time limit of each attempt of a call; `nil` for none.
    public var attemptTimeout: Duration?
    /// When a failed request is retried.
    public var retries = RetryPolicy()
    /// Whether a stream of server-sent events is requested again when its connection is lost, with the ID of the last
    /// event in the header `Last-Event-ID` (HTML standard, section 9.2.4), after the reconnection time of the service, by
    /// default 3 seconds.
    ///
    /// It takes an event with an ID, a method that is idempotent or a request with an idempotency key, and an event since
    /// the stream was last resumed. Otherwise, the loss is an error.
    public var resumesEvents = false
    /// The idempotency key of requests whose method is not idempotent, which makes it safe to retry them.
    ///
    /// It is sent in the idempotency header that the operation declares, or else in `Idempotency-Key`. With `nil`, an
    /// operation that declares such a header gets a new key for each call.
    public var idempotencyKey: String?
    /// Additional request headers. They replace headers of the operation with the same name, but not credentials.
    /// Cookies are added to those of the operation.
    ///
    /// A call fails with ``APIError/invalidRequest(_:)`` if a header belongs to the connection: `Connection`,
    /// `Content-Length`, `Expect`, `Host`, `Keep-Alive`, `Proxy-Connection`, `TE`, `Trailer`, `Transfer-Encoding` and
    /// `Upgrade` (RFC 9110, sections 6.6, 7.2, 7.6 and 8.6). The same holds for a `Content-Encoding` if the client
    /// encodes the body, and for a `Content-Type` of a multipart body.
    public var headers: HTTPFields
    /// Additional query items, in this order after those of the operation; percent-encoded.
    public var queryItems: [(name: String, value: String)] = []
    /// Additional members of the JSON object that is the body. They replace members of the operation with the same name.
    ///
    /// A call of an operation without a body sends them as its body. A call with any other body fails with
    /// ``APIError/invalidRequest(_:)``.
    public var bodyMembers: [String: JSONValue] = [:]
    /// Called while a request body is sent, repeatedly, with the number of bytes so far. Each attempt begins with 0.
    public var onUpload: (@Sendable (TransferProgress) -> Void)?
    /// Called while a response body is received, with the number of bytes so far.
    public var onDownload: (@Sendable (TransferProgress) -> Void)?
    /// How strictly responses are checked against the document. In every mode, unchanged properties are sent as they
    /// were received, and ``ClientConfiguration/onDeparture`` is called.
    public var reading = AnswerReading.lenient
    /// What is checked before a request is sent, beside the constraints of the document that always apply. With `nil`,
    /// only what cannot be sent is refused.
    public var validation: ValidationOptions? = []
    /// Which constraints of the document responses are checked against. Each violation is told to
    /// ``ClientConfiguration/onDeparture``, and the call succeeds. With `nil`, responses are not checked.
    public var responseValidation: ValidationOptions?

    /// Creates options, by default with a time limit of 10 minutes and no additional headers.
    public init(timeout: Duration? = .seconds(600), headers: HTTPFields = HTTPFields()) {
        self.timeout = timeout
        self.headers = headers
    }
}

extension CallOptions: CustomReflectable {
    /// Omits the values of headers, query items and members, which may contain secrets.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "timeout": timeout as Any, "headers": headers.map(\.name.rawName),
                "queryItems": queryItems.map(\.name), "bodyMembers": bodyMembers.keys.sorted(),
            ])
    }
}

/// How much of a body was sent or received.
public struct TransferProgress: Hashable, Sendable {
    /// The number of bytes so far.
    public let bytes: Int
    /// The number of bytes in all; `nil` if it is unknown.
    public let total: Int?
}
