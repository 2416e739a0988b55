import Foundation

/// A redirect that may be followed (RFC 9110, section 15.4).
package struct Redirect {
    /// The maximum number of redirects of a call.
    private static let limit = 10

    /// The request to send next.
    package let request: TransportRequest

    /// - Returns: `nil` if the response is no redirect, or if its target is missing, invalid, or elsewhere, or if it
    ///   asks for a body that cannot be sent again.
    package init?(_ head: HTTPResponse, to request: TransportRequest) {
        let status = head.status.code
        guard [301, 302, 303, 307, 308].contains(status), let location = head.headerFields[.location],
            let old = URL(string: request.head.url),
            let new = URL(string: location, relativeTo: old)?.absoluteURL,
            Self.isSafe(from: old, to: new)
        else {
            return nil
        }
        self.request = Self.request(after: request, status: status, to: new)
        guard self.request.content?.isReplayable != false else { return nil }
    }

    /// Sends a request, and follows its redirects.
    ///
    /// - Returns: The final response and the method of the request that it answers.
    package static func follow<Body>(
        from request: TransportRequest,
        send: (TransportRequest) async throws -> (head: HTTPResponse, body: Body),
    ) async throws -> (head: HTTPResponse, body: Body, method: HTTPRequest.Method) {
        var request = request
        var redirects = 0
        while true {
            let (head, body) = try await send(request)
            guard redirects < limit, request.followsRedirects, let next = Redirect(head, to: request) else {
                return (head, body, request.head.method)
            }
            request = next.request
            redirects += 1
        }
    }

    /// Whether credentials may be sent to a URL. A password in a URL is none of the caller's.
    private static func isSafe(from old: URL, to new: URL) -> Bool {
        old.host?.lowercased() == new.host?.lowercased() && explicitPort(old) == explicitPort(new)
            && (old.scheme == new.scheme || new.scheme == "https") && new.user == nil
    }

    /// The port, or `nil` for the default of the scheme.
    private static func explicitPort(_ url: URL) -> Int? {
        url.port == (url.scheme == "https" ? 443 : 80) ? nil : url.port
    }

    private static func request(
        after old: TransportRequest, status: Int, to url: URL,
    ) -> TransportRequest {
        var request = old
        let path = URLComponents(url: url, resolvingAgainstBaseURL: true)?.percentEncodedPath ?? ""
        request.head.scheme = url.scheme
        request.head.authority = Self.authority(in: url.absoluteString)
        request.head.path = (path.isEmpty ? "/" : path) + (url.query.map { "?" + $0 } ?? "")
        request.head.headerFields.removeAll(where: \.isHost)
        guard losesBody(old.head.method, status: status) else { return request }
        request.head.method = .get
        request.content = nil
        for name in contentHeaders { request.head.headerFields[name] = nil }
        return request
    }

    /// Whether a method becomes GET: any but HEAD after 303, and POST, as all clients do, after 301 and 302.
    private static func losesBody(_ method: HTTPRequest.Method, status: Int) -> Bool {
        switch status {
        case 303: method != .get && method != .head
        case 301, 302: method == .post
        default: false
        }
    }

    private static func authority(in url: String) -> String {
        let rest = url.drop { $0 != ":" }.dropFirst("://".count)
        return String(rest.prefix { !"/?#".contains($0) })
    }

    /// The headers that describe the body of a request.
    private static let contentHeaders: [HTTPField.Name] = [
        .contentEncoding, .contentLanguage, .contentLength, .contentLocation, .contentType,
    ]
}

extension HTTPRequest {
    fileprivate var url: String { "\(scheme ?? "https")://\(authority ?? "")\(target)" }

    /// The path with the query, in origin form (RFC 9112, section 3.2.1).
    package var target: String {
        guard let path, !path.isEmpty else { return "/" }
        return path.hasPrefix("/") ? path : "/" + path
    }
}

extension HTTPField {
    package var isHost: Bool { name.canonicalName == "host" }
}
