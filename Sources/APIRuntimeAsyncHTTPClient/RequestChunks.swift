import APIRuntime
import Foundation
import NIOCore

/// A request body in chunks, of which the next is read when the connection has room.
///
/// AsyncHTTPClient writes a body of one buffer at once. If the service answers in the middle of it, such as with 413,
/// and closes the connection, that write fails and the answer is lost. Chunks stop with the answer, so that it is lost
/// only if a chunk is still on its way.
struct RequestChunks: AsyncSequence, Sendable {
    /// The maximum number of bytes of a chunk.
    static let maximumSize = 1 << 16

    let chunks: SentChunks
    /// Called with the number of bytes that were taken, when the next ones are.
    let onUpload: (@Sendable (Int) -> Void)?

    func makeAsyncIterator() -> Iterator {
        Iterator(chunks: chunks.makeAsyncIterator(), onUpload: onUpload)
    }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate var chunks: SentChunks.Iterator
        fileprivate let onUpload: (@Sendable (Int) -> Void)?
        private var rest = ByteBuffer()
        private var count = 0

        init(chunks: SentChunks.Iterator, onUpload: (@Sendable (Int) -> Void)?) {
            self.chunks = chunks
            self.onUpload = onUpload
        }

        mutating func next() async throws -> ByteBuffer? {
            if count > 0 { onUpload?(count) }
            while rest.readableBytes == 0 {
                guard let chunk = try await chunks.next() else { return nil }
                rest = ByteBuffer(bytes: chunk)
            }
            let slice = rest.readSlice(length: Swift.min(rest.readableBytes, maximumSize))
            count += slice?.readableBytes ?? 0
            return slice
        }
    }
}
