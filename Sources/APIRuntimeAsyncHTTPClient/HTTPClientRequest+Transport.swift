import APIRuntime
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

extension HTTPClientRequest {
    /// - Throws: `TransportError` if the URL would be sent otherwise than given, and the errors of the body.
    init(_ request: TransportRequest) async throws {
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
        body = try await request.content.mapBody(onUpload: request.onUpload)
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

extension (any HTTPBody)? {
    /// The body for AsyncHTTPClient. Small bodies are sent at once.
    fileprivate func mapBody(
        onUpload: (@Sendable (Int) -> Void)?,
    ) async throws -> HTTPClientRequest.Body? {
        guard let self else { return nil }
        if let data = self as? Data, data.count <= RequestChunks.maximumSize, onUpload == nil {
            return .bytes(ByteBuffer(bytes: data))
        }
        let chunks = RequestChunks(chunks: try await SentChunks(of: self), onUpload: onUpload)
        return .stream(chunks, length: self.length.map { .known(Int64($0)) } ?? .unknown)
    }
}
