/// The items of an answer, each handed over as soon as it is there.
///
///     for try await event in try await client.events.streamEvents() { … }
///
/// Bytes are read as items are asked for, so that no more than one item and what the transport holds ready is in
/// memory. The connection is closed at the end, on a failure, when the task that waits for an item is cancelled, and
/// when nobody holds the stream any more, as after `break`. An item is handed over once: a second iteration goes on
/// where the first stopped.
///
/// ``CallOptions/timeout`` is the time until the answer begins. How long it goes on is up to the service.
public struct ResponseStream<Item: Sendable>: AsyncSequence, Sendable {
    /// The status of the answer, 2xx.
    public let status: HTTPResponse.Status
    /// The headers as the service sent them; they may hold secrets.
    public let headers: HTTPFields

    private let take: @Sendable () async throws(APIError) -> Item?

    init(_ source: ItemSource<Item>, head: HTTPResponse) where Item: Decodable {
        status = head.status
        headers = head.headerFields
        take = { () async throws(APIError) in try await source.next() }
    }

    public func makeAsyncIterator() -> Iterator { Iterator(take: take) }

    /// Waits for one item at each call of `next`.
    public struct Iterator: AsyncIteratorProtocol {
        let take: @Sendable () async throws(APIError) -> Item?

        /// The next item, or `nil` after the last.
        ///
        /// - Throws: ``APIError/undecodable(_:)`` for an item that is not what the document says,
        ///   ``APIError/transport(_:)`` if the connection breaks, and ``APIError/cancelled(_:)`` in a cancelled task.
        public mutating func next() async throws(APIError) -> Item? { try await take() }

        public mutating func next(isolation actor: isolated (any Actor)?) async throws(APIError) -> Item? {
            try await take()
        }
    }
}

extension ResponseStream: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "a stream of \(Item.self), \(status.code)" }
    public var debugDescription: String { description }

    /// Shows only the names of headers, which may hold secrets.
    public var customMirror: Mirror {
        Mirror(self, children: ["status": status.code, "headers": headers.map(\.name.rawName)])
    }
}
