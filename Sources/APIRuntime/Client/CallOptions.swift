/// What may differ from one call to the next.
public struct CallOptions: Sendable {
    /// How long a call may take in all, from waiting for its credentials to the last byte of the answer;
    /// `nil` leaves it to the transport.
    public var timeout: Duration?
    /// Headers beyond those of the operation; they win over headers of the same name, but not over
    /// credentials.
    public var headers: HTTPFields

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
