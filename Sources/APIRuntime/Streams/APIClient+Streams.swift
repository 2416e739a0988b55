import Foundation

@_spi(Generated) extension APIClient {
    /// Sends a request and returns its response as a stream of items as soon as the head is received.
    ///
    /// - Throws: The errors of ``send(_:)`` before the response begins, and ``APIError/undecodable(_:)`` for HTML, or
    ///   for JSON instead of server-sent events.
    public func stream<Item: Decodable & Sendable>(
        _ request: Request, as format: StreamFormat,
    ) async throws(APIError) -> ResponseStream<Item> {
        let exchange = try await exchange(request, streams: true)
        let head = exchange.response.head
        if let type = head.headerFields[.contentType], format.excludes(type) {
            let mismatch = Mismatch(
                path: "the content type", expected: format.mediaType, found: type, excerpt: "")
            throw exchange.undecodable(mismatch)
        }
        let body = exchange.rest ?? TransportStream(exchange.response).body
        return ResponseStream(ItemSource(exchange, body: body, format: format), head: head)
    }
}
