/// What may differ from one call to the next.
public struct CallOptions: Sendable {
    /// How long a call may take in all, from waiting for its credentials to the last byte of the answer;
    /// `nil` leaves it to the transport.
    public var timeout: Duration?
    /// Headers beyond those of the operation; they win over headers of the same name, but not over
    /// credentials. Cookies go out beside those of the operation.
    ///
    /// A call is refused with headers that belong to the connection: `Connection`, `Content-Length`, `Expect`, `Host`,
    /// `Keep-Alive`, `Proxy-Connection`, `TE`, `Trailer`, `Transfer-Encoding` and `Upgrade` (RFC 9110, sections 6.6,
    /// 7.2, 7.6 and 8.6). So it is with a `Content-Encoding` for a body that the client itself writes, and with a
    /// `Content-Type` for one of parts.
    public var headers: HTTPFields
    /// Whether an answer fails if one of its texts is not in the letter of its format, such as a date without a zone.
    ///
    /// Else what services are known to write is read by its evident meaning: a `date-time` without a zone in UTC,
    /// without a time as midnight in UTC, with a space, a comma or an offset without its colon; a `date` of a date and
    /// time; Base64 in lines, without padding or in the other alphabet. Of any other text, an optional property is
    /// `nil`, and a required one is an error all the same. A property that is not changed goes out as it came.
    public var strictFormats = false

    /// Creates options; without arguments, those of every call unless it sets its own.
    public init(timeout: Duration? = .seconds(60), headers: HTTPFields = HTTPFields()) {
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
