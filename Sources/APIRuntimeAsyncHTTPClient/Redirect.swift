import APIRuntime
import AsyncHTTPClient
import Foundation
import NIOHTTP1

/// A redirect that may be followed (RFC 9110, section 15.4).
struct Redirect {
    /// The maximum number of redirects of a call.
    static let limit = 10

    /// The request to send next.
    let request: TransportRequest

    init?(_ response: HTTPClientResponse, to request: TransportRequest) {
        self.init(
            status: Int(response.status.code), location: response.headers.first(name: "Location"), of: request
        )
    }

    /// - Returns: `nil` if the status is not that of a redirect, or if the target is missing, invalid, or elsewhere.
    init?(status: Int, location: String?, of request: TransportRequest) {
        guard [301, 302, 303, 307, 308].contains(status), let location,
            let old = URL(string: request.head.url),
            let new = URL(string: location, relativeTo: old)?.absoluteURL,
            Self.isSafe(from: old, to: new)
        else {
            return nil
        }
        self.request = Self.request(after: request, status: status, to: new)
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
        request.body = nil
        for name in contentHeaders { request.head.headerFields[name] = nil }
        return request
    }

    /// Whether a method becomes GET: any but HEAD after 303, and POST, as all clients do, after 301 and 302.
    private static func losesBody(_ method: APIRuntime.HTTPRequest.Method, status: Int) -> Bool {
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

extension APIRuntime.HTTPRequest {
    fileprivate var url: String { "\(scheme ?? "https")://\(authority ?? "")\(target)" }
}
