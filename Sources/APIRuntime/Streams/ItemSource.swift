import Foundation

/// Reads the body of a response and decodes its items one by one.
actor ItemSource<Item: Decodable & Sendable> {
    private let exchange: Exchange
    private let readsText: Bool
    private var splitter: ItemSplitter
    /// `nil` after the end, and while the next bytes are awaited.
    private var chunks: (any AsyncIteratorProtocol<Data, any Error>)?
    private var count = 0

    init(_ exchange: Exchange, body: TransportStream.Body, format: StreamFormat) {
        self.exchange = exchange
        readsText = format == .eventData && Item.self == String.self
        splitter = ItemSplitter(format)
        chunks = body.makeAsyncIterator()
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
        guard let chunk = try await waiting.next(isolation: self) else {
            try Task.checkCancellation()
            splitter.finish()
            return true
        }
        chunks = waiting
        splitter.append(chunk)
        return true
    }

    private func decode(_ bytes: Data) throws(APIError) -> Item {
        count += 1
        if readsText, let text = String(decoding: bytes, as: UTF8.self) as? Item { return text }
        do {
            return try JSONCoding.decode(
                Item.self, from: bytes, reading: exchange.reading,
                report: { exchange.report($1, in: $0, item: count) })
        } catch {
            let mismatch = Mismatch(error, in: bytes, redaction: exchange.redaction).inItem(count)
            throw exchange.undecodable(mismatch, item: bytes)
        }
    }
}

extension Mismatch {
    /// The same mismatch in an item of a stream, counted from 1.
    fileprivate func inItem(_ number: Int) -> Mismatch {
        Mismatch(path: "\(path) of item \(number)", expected: expected, found: found, excerpt: excerpt)
    }
}
