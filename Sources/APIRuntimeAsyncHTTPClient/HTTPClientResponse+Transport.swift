import APIRuntime
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression

extension APIRuntime.HTTPResponse {
    init(_ response: HTTPClientResponse, to method: APIRuntime.HTTPRequest.Method) {
        // HTTPTypes traps on a code of more than three digits.
        let code = min(Int(response.status.code), 999)
        self.init(status: Status(code: code, reasonPhrase: response.status.reasonPhrase))
        for (name, value) in response.headers {
            guard let name = HTTPField.Name(name) else { continue }
            headerFields.append(HTTPField(name: name, value: value))
        }
        // The response to HEAD has no body; its headers describe that of GET (RFC 9110, section 9.3.2).
        if response.isDecoded, method != .head {
            headerFields[.contentEncoding] = nil
            headerFields[.contentLength] = nil
        }
    }
}

extension HTTPClientResponse {
    /// Whether AsyncHTTPClient removes the content coding of the body.
    fileprivate var isDecoded: Bool {
        let coding = headers[canonicalForm: "Content-Encoding"].first?.lowercased()
        return coding == "gzip" || coding == "deflate"
    }

    /// Whether the response has no body, whatever its headers promise (RFC 9112, section 6.3).
    func isBodiless(to method: APIRuntime.HTTPRequest.Method) -> Bool {
        method == .head || [204, 304].contains(status.code) || headers.first(name: "Content-Length") == "0"
    }

    /// Reads the body.
    ///
    /// - Throws: `TransportError` if it has more than `limit` bytes, and the errors of AsyncHTTPClient.
    func collect(upTo limit: Int, method: APIRuntime.HTTPRequest.Method) async throws -> Data {
        let promised =
            isBodiless(to: method) ? nil : headers.first(name: "Content-Length").flatMap { Int($0) }
        if let promised, promised > limit { throw TransportError.tooLarge(limit) }
        var bytes = Data()
        var pieces = Pieces(self, method: method)
        while let piece = try await pieces.next() {
            guard piece.readableBytes <= limit - bytes.count else { throw TransportError.tooLarge(limit) }
            piece.withUnsafeReadableBytes { bytes.append(contentsOf: $0) }
        }
        return bytes
    }
}

/// The body of a response in the chunks of AsyncHTTPClient.
struct Pieces {
    private let isBodiless: Bool
    private var iterator: HTTPClientResponse.Body.AsyncIterator

    init(_ response: HTTPClientResponse, method: APIRuntime.HTTPRequest.Method) {
        isBodiless = response.isBodiless(to: method)
        iterator = response.body.makeAsyncIterator()
    }

    mutating func next() async throws -> ByteBuffer? {
        do {
            return try await iterator.next()
        } catch is NIOHTTPDecompression.ExtraDecompressionError where isBodiless {
            // The decoder takes a missing body for a truncated one.
            return nil
        }
    }
}
