extension HTTPField.Name {
    /// The header of the IETF draft "The Idempotency-Key HTTP Header Field".
    static var idempotencyKey: Self { known("Idempotency-Key") }
    /// RFC 8288, section 3.
    static var link: Self { known("Link") }
    static var lastEventID: Self { known("Last-Event-ID") }
    static var retryAfterMilliseconds: Self { known("retry-after-ms") }
    static var shouldRetry: Self { known("x-should-retry") }

    /// The header names for idempotency keys.
    static var idempotencyKeys: Set<Self> {
        [.idempotencyKey, known("X-Idempotency-Key"), known("Idempotency-Token")]
    }

    private static func known(_ name: String) -> Self {
        guard let name = Self(name) else { preconditionFailure("\(name) is a token") }
        return name
    }
}

extension HTTPRequest.Method {
    /// RFC 9110, section 9.2.2, and the draft of `QUERY`.
    var isIdempotent: Bool {
        ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"].contains(rawValue)
    }
}
