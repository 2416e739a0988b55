import Foundation

/// The chunks of a response body, whose bytes are counted as they are read.
struct CountedChunks: AsyncSequence, Sendable {
    let chunks: TransportStream.Body
    let report: @Sendable (Int) -> Void

    func makeAsyncIterator() -> Iterator {
        Iterator(chunks: chunks.makeAsyncIterator(), report: report)
    }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate var chunks: any AsyncIteratorProtocol<Data, any Error>
        fileprivate let report: @Sendable (Int) -> Void
        private var count = 0

        init(
            chunks: any AsyncIteratorProtocol<Data, any Error>, report: @escaping @Sendable (Int) -> Void,
        ) {
            self.chunks = chunks
            self.report = report
        }

        mutating func next() async throws -> Data? {
            guard let chunk = try await chunks.next(isolation: nil) else { return nil }
            count += chunk.count
            report(count)
            return chunk
        }
    }
}
