import Foundation

/// Reads the body of a response and decodes its items one by one.
actor ItemSource<Item: Decodable & Sendable> {
    /// Requests the events after the one with an ID.
    typealias Resume = @Sendable (_ lastEventID: String, _ delay: Duration) async throws -> Exchange

    private var exchange: Exchange
    private let resume: Resume?
    private let format: StreamFormat
    private var splitter: ItemSplitter
    /// `nil` after the end, and while the next bytes are awaited.
    private var chunks: HTTPChunks.Iterator?
    private var count = 0
    /// The number of items when the connection was last lost.
    private var countAtLoss: Int?

    /// - Parameter resume: Called when the connection is lost; with `nil`, that is an error.
    init(_ exchange: Exchange, format: StreamFormat, resume: Resume? = nil) {
        self.exchange = exchange
        self.resume = resume
        self.format = format
        splitter = ItemSplitter(format)
        chunks = exchange.remainingBody.makeAsyncIterator()
    }

    func next() async throws(APIError) -> Item? {
        do {
            return try await nextItem()
        } catch {
            chunks = nil
            let operation = exchange.request.operation
            if Task.isCancelled { throw .cancelled(Cancellation(operation: operation)) }
            throw APIError(error, operation: operation, exchange.redaction)
        }
    }

    private func nextItem() async throws -> Item? {
        while true {
            switch splitter.next() {
            case .item(let bytes): return try decode(bytes)
            case .end:
                chunks = nil
                return nil
            case nil: if try await !readOn() { return nil }
            }
        }
    }

    /// Waits for more bytes.
    ///
    /// - Returns: Whether there may be another item.
    private func readOn() async throws -> Bool {
        guard var waiting = chunks else { return false }
        chunks = nil
        do {
            guard let chunk = try await waiting.next(isolation: self) else {
                try Task.checkCancellation()
                splitter.finish()
                return true
            }
            chunks = waiting
            splitter.append(chunk)
        } catch let error as TransportError where [.interrupted, .timedOut].contains(error.reason) {
            chunks = try await body(after: error).makeAsyncIterator()
        }
        return true
    }

    /// Continues the stream on a new connection.
    ///
    /// - Throws: The error that ended the last one if the stream cannot be resumed, or had no items since it was resumed.
    private func body(after error: TransportError) async throws -> TransportStream.Body {
        guard let resume, let resumption = splitter.resumption, countAtLoss != count else { throw error }
        countAtLoss = count
        splitter.resume()
        exchange = try await resume(resumption.id, resumption.delay)
        return exchange.remainingBody
    }

    private func decode(_ bytes: Data) throws(APIError) -> Item {
        count += 1
        if format == .bytes, let bytes = bytes as? Item { return bytes }
        if format == .eventData, Item.self == String.self,
            let text = String(decoding: bytes, as: UTF8.self) as? Item
        {
            return text
        }
        do {
            return try JSONCoding.decode(
                Item.self, from: bytes, reading: exchange.reading,
                report: { exchange.report($1, of: Item.self, in: $0, item: count) })
        } catch {
            let mismatch = Mismatch(error, in: bytes, redaction: exchange.redaction).inItem(count)
            throw exchange.undecodable(mismatch, item: bytes)
        }
    }
}

extension Exchange {
    fileprivate var remainingBody: TransportStream.Body { rest ?? TransportStream(response).body }
}

extension Mismatch {
    /// The same mismatch in an item of a stream, counted from 1.
    fileprivate func inItem(_ number: Int) -> Mismatch {
        Mismatch(path: "\(path) of item \(number)", expected: expected, found: found, excerpt: excerpt)
    }
}
