/// What logs, metrics and traces tell of a request, by OpenTelemetry's semantic conventions for HTTP clients.
extension TransportRequest {
    /// `http.request.method`: the method if it is a known one, or `_OTHER`, so that there are few values.
    package var knownMethod: String {
        let known = ["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE"]
        return known.contains(head.method.rawValue) ? head.method.rawValue : "_OTHER"
    }

    /// `server.address`: the host of the authority (RFC 3986, section 3.2.2), without the brackets of an IPv6 address.
    package var serverAddress: String {
        guard hostAndPort.hasPrefix("[") else { return String(hostAndPort.prefix { $0 != ":" }) }
        return String(hostAndPort.dropFirst().prefix { $0 != "]" })
    }

    /// `server.port`: the port of the authority, or the default of the scheme.
    package var serverPort: Int? {
        let behind =
            hostAndPort.hasPrefix("[")
            ? hostAndPort.drop { $0 != "]" }.dropFirst() : hostAndPort.drop { $0 != ":" }
        if let port = Int(behind.dropFirst()) { return port }
        return switch head.scheme {
        case "https": 443
        case "http": 80
        default: nil
        }
    }

    /// The authority without a user name and password.
    private var hostAndPort: Substring {
        let authority = head.authority ?? ""
        return authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority[...]
    }
}

extension HTTPFields {
    /// The number of `Content-Length` (RFC 9110, section 8.6).
    package var contentLength: Int? {
        guard let length = self[.contentLength].flatMap({ Int($0) }), length >= 0 else { return nil }
        return length
    }
}
