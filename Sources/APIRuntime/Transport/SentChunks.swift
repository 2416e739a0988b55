package import Foundation

/// The chunks of a request body, whose errors are those of a transport.
package struct SentChunks: AsyncSequence, Sendable {
    private let chunks: HTTPBody.Chunks

    package init(_ chunks: HTTPBody.Chunks) { self.chunks = chunks }

    package func makeAsyncIterator() -> Iterator { Iterator(chunks: chunks.makeAsyncIterator()) }

    package struct Iterator: AsyncIteratorProtocol {
        fileprivate var chunks: any AsyncIteratorProtocol<Data, any Error>

        package mutating func next() async throws -> Data? {
            do {
                return try await chunks.next(isolation: nil)
            } catch let error where !(error is CancellationError || error is TransportError) {
                throw TransportError(.other, message: "the body could not be read (\(type(of: error)))")
            }
        }
    }
}
