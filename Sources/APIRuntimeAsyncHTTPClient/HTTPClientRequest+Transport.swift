import APIRuntime
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

extension HTTPClientRequest {
    /// - Throws: ``APIRuntime/TransportError`` if the URL would be sent otherwise than given.
    init(_ request: TransportRequest) throws {
        let head = request.head
        let authority = head.authority ?? ""
        self.init(url: "\(head.scheme ?? "https")://\(authority)\(head.target)")
        guard Self.target(of: url) == head.target else {
            throw TransportError(.other, message: "the URL is not valid")
        }
        method = NIOHTTP1.HTTPMethod(rawValue: head.method.rawValue)
        // RFC 9110, section 7.2: the `Host` should be the first header, and holds no user information.
        if !head.headerFields.contains(where: \.isHost), let host = authority.split(separator: "@").last {
            headers.add(name: "Host", value: String(host))
        }
        for field in head.headerFields where field.name != .cookie {
            headers.add(name: field.name.rawName, value: field.value)
        }
        // HTTPTypes joins cookies by semicolons, as they have to be sent (RFC 6265, section 5.4).
        if let cookies = head.headerFields[.cookie] { headers.add(name: "Cookie", value: cookies) }
        body = request.body.map { Self.body(ByteBuffer(bytes: $0)) }
    }

    private static func body(_ bytes: ByteBuffer) -> Body {
        bytes.readableBytes <= RequestSlices.size
            ? .bytes(bytes)
            : .stream(RequestSlices(bytes: bytes), length: .known(Int64(bytes.readableBytes)))
    }

    /// The request target that AsyncHTTPClient makes of a URL.
    private static func target(of text: String) -> String? {
        guard let url = URL(string: text), url.fragment == nil,
            let path = URLComponents(url: url, resolvingAgainstBaseURL: true)?.percentEncodedPath
        else {
            return nil
        }
        return path + (url.query.map { "?" + $0 } ?? "")
    }
}

extension APIRuntime.HTTPRequest {
    /// The path with the query, in origin form (RFC 9112, section 3.2.1).
    var target: String {
        guard let path, !path.isEmpty else { return "/" }
        return path.hasPrefix("/") ? path : "/" + path
    }
}

extension HTTPField {
    var isHost: Bool { name.canonicalName == "host" }
}
