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
        let resume: ItemSource<Item>.Resume = { try await resumed(request, after: $0, $1) }
        let mayResume = options.resumesEvents && isRepeatable(request)
        let source = ItemSource<Item>(
            exchange, body: body, format: format, resume: mayResume ? resume : nil)
        return ResponseStream(source, head: head)
    }
}

extension APIClient {
    /// Requests the rest of a stream of server-sent events (HTML standard, section 9.2.4).
    private func resumed(
        _ request: Request, after lastEventID: String, _ delay: Duration,
    ) async throws -> TransportStream.Body {
        try await configuration.sleep(delay)
        var request = request
        guard lastEventID.isSafeInHeader else { throw TransportError.lostForGood }
        request.headers[.lastEventID] = lastEventID
        let exchange = try await exchange(request, streams: true)
        return exchange.rest ?? TransportStream(exchange.response).body
    }
}

extension TransportError {
    fileprivate static let lostForGood = TransportError(
        .interrupted, message: "the connection broke, and the ID of the last event is no header value")
}
