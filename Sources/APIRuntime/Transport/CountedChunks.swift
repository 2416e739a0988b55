import Foundation

/// The chunks of a response body, whose bytes are counted as they are read.
struct CountedChunks: AsyncSequence, Sendable {
    let chunks: HTTPChunks
    let report: @Sendable (Int) -> Void

    func makeAsyncIterator() -> Iterator {
        Iterator(chunks: chunks.makeAsyncIterator(), report: report)
    }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate var chunks: HTTPChunks.Iterator
        fileprivate let report: @Sendable (Int) -> Void
        private var count = 0

        init(chunks: HTTPChunks.Iterator, report: @escaping @Sendable (Int) -> Void) {
            self.chunks = chunks
            self.report = report
        }

        mutating func next() async throws -> Data? {
            guard let chunk = try await chunks.next() else { return nil }
            count += chunk.count
            report(count)
            return chunk
        }
    }
}
