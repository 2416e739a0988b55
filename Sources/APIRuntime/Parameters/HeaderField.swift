extension String {
    /// Whether this is a valid header value (RFC 9110, section 5.5).
    var isSafeInHeader: Bool { HTTPField.isValidValue(self) }

    /// Whether every character is allowed in a cookie value (RFC 6265, section 4.1.1).
    var isSafeInCookie: Bool {
        utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\",;\\".utf8.contains($0) }
    }
}

extension HTTPField.Name {
    /// Whether a header frames the message or belongs to the connection (RFC 9110, sections 6.6, 7.2, 7.6, 8.6 and
    /// 10.1). Such headers are set by the transport; other values break the exchange.
    var isOfConnection: Bool { Self.ofConnection.contains(canonicalName) }

    private static let ofConnection: Set<String> = [
        "connection", "content-length", "expect", "host", "keep-alive", "proxy-connection", "te", "trailer",
        "transfer-encoding", "upgrade",
    ]
}
