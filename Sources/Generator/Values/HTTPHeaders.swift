/// Headers that a document cannot speak of.
enum HTTPHeaders {
    /// Those that frame a message or belong to one connection (RFC 9110, sections 6.6, 7.2, 7.6, 8.6 and 10.1), in
    /// small letters.
    static let ofConnection: Set<String> = [
        "connection", "content-length", "expect", "host", "keep-alive", "proxy-connection", "te", "trailer",
        "transfer-encoding", "upgrade",
    ]
}
