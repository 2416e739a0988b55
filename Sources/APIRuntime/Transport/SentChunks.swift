package import Foundation

/// The chunks of a request body, whose errors are those of a transport.
package struct SentChunks: AsyncSequence, Sendable {
    private let chunks: HTTPChunks

    /// - Throws: ``TransportError``, and `CancellationError`.
    package init(of body: any HTTPBody) async throws {
        do {
            chunks = try await body.chunks()
        } catch {
            throw Self.failure(error)
        }
    }

    private static func failure(_ error: any Error) -> any Error {
        if error is CancellationError || error is TransportError { return error }
        return TransportError(.other, message: "the body could not be read (\(type(of: error)))")
    }

    package func makeAsyncIterator() -> Iterator { Iterator(chunks: chunks.makeAsyncIterator()) }

    package struct Iterator: AsyncIteratorProtocol {
        fileprivate var chunks: HTTPChunks.Iterator

        package mutating func next() async throws -> Data? {
            do {
                return try await chunks.next()
            } catch {
                throw SentChunks.failure(error)
            }
        }
    }
}
