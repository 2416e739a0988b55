/// Header fields that a client must not set from a document.
enum HTTPHeaders {
    /// The fields for message framing and connection handling (RFC 9110, sections 6.6, 7.2, 7.6, 8.6 and 10.1), in
    /// lower case.
    static let ofConnection: Set<String> = [
        "connection", "content-length", "expect", "host", "keep-alive", "proxy-connection", "te", "trailer",
        "transfer-encoding", "upgrade",
    ]
}
