@_spi(Generated) extension APIClient {
    /// Sends a request and returns its response as a stream of items as soon as the head is received.
    ///
    /// - Throws: The errors of ``send(_:)`` before the response begins, and ``APIError/undecodable(_:)`` for HTML, or
    ///   for JSON instead of server-sent events.
    public func stream<Item: Decodable & Sendable>(
        _ request: Request, as format: StreamFormat,
    ) async throws(APIError) -> ResponseStream<Item> {
        // All connections of a stream have the same idempotency key.
        let request = identified(request)
        let exchange = try await beginning(request, as: format)
        let resume: ItemSource<Item>.Resume = { lastEventID, delay in
            guard lastEventID.isSafeInHeader else { throw TransportError.lostForGood }
            try await configuration.sleep(delay)
            var (client, request) = (self, request)
            // The event that the caller began with is past (HTML standard, section 9.2.4).
            client.options.headers[.lastEventID] = nil
            request.headers[.lastEventID] = lastEventID
            return try await client.beginning(request, as: format)
        }
        let mayResume = options.resumesEvents && isRepeatable(request)
        let source = ItemSource<Item>(exchange, format: format, resume: mayResume ? resume : nil)
        return ResponseStream(source, head: exchange.response.head)
    }
}

extension APIClient {
    /// Sends a request for a stream, and checks what begins.
    private func beginning(_ request: Request, as format: StreamFormat) async throws(APIError) -> Exchange {
        let exchange = try await exchange(request, streams: true)
        guard let type = exchange.response.head.headerFields[.contentType], format.excludes(type) else {
            return exchange
        }
        throw exchange.undecodable(
            Mismatch(path: "the content type", expected: format.mediaType, found: type, excerpt: ""))
    }
}

extension TransportError {
    fileprivate static let lostForGood = TransportError(
        .interrupted, message: "the connection broke, and the ID of the last event is no header value")
}
