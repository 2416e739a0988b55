/// The items of a streamed response, each delivered as soon as it is received.
///
///     for try await event in try await client.events.streamEvents() { … }
///
/// Bytes are read on demand, so that memory holds one item and the transport's buffer. The connection is closed at the
/// end, after an error, when the task that awaits an item is cancelled, and when the stream is released, for example
/// after `break`. Each item is delivered once: a second iteration continues where the first stopped.
///
/// ``CallOptions/timeout`` limits the time until the response begins, not its duration.
public struct ResponseStream<Item: Sendable>: AsyncSequence, Sendable {
    /// The status: 2xx, or another that the operation declares as a success.
    public let status: HTTPResponse.Status
    /// The response headers, unredacted: they may contain secrets.
    public let headers: HTTPFields

    private let take: @Sendable () async throws(APIError) -> Item?

    init(_ source: ItemSource<Item>, head: HTTPResponse) where Item: Decodable {
        status = head.status
        headers = head.headerFields
        take = { () async throws(APIError) in try await source.next() }
    }

    /// Creates a stream of values of your own, for code in the place of a client, as in tests.
    ///
    /// - Parameters:
    ///   - items: The items, each delivered once.
    ///   - status: The status of the response.
    ///   - headers: The headers of the response.
    public init(of items: [Item], status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) {
        (self.status, self.headers) = (status, headers)
        let rest = Locked(items[...])
        take = { () async throws(APIError) in
            var item: Item?
            rest.change { item = $0.popFirst() }
            return item
        }
    }

    public func makeAsyncIterator() -> Iterator { Iterator(stream: self) }

    /// An iterator that awaits one item for each call of `next`.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let stream: ResponseStream

        /// The next item, or `nil` after the last.
        ///
        /// - Throws: ``APIError/undecodable(_:)`` for an item that does not match the document,
        ///   ``APIError/transport(_:)`` if the connection breaks, and ``APIError/cancelled(_:)`` in a cancelled task.
        public mutating func next() async throws(APIError) -> Item? { try await stream.take() }

        /// As ``next()``, isolated to an actor.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(APIError) -> Item? {
            try await stream.take()
        }
    }
}

extension ResponseStream: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "a stream of \(Item.self), \(status.code)" }
    public var debugDescription: String { description }

    /// Omits the values of headers, which may contain secrets.
    public var customMirror: Mirror {
        Mirror(self, children: ["status": status.code, "headers": headers.map(\.name.rawName)])
    }
}
