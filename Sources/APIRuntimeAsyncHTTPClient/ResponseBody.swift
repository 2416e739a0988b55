import APIRuntime
import AsyncHTTPClient
import Foundation
import NIOCore

/// The body of a streamed response. It keeps the connections alive.
struct ResponseBody: AsyncSequence, Sendable {
    private final class Source: Sendable {
        let pool: ConnectionPool
        /// The response until its body is read. AsyncHTTPClient traps on a second iterator.
        let unread: Locked<HTTPClientResponse?>

        init(_ response: HTTPClientResponse, pool: ConnectionPool) {
            self.pool = pool
            unread = Locked(response)
        }
    }

    private let source: Source
    private let method: HTTPRequest.Method

    init(_ response: HTTPClientResponse, method: HTTPRequest.Method, pool: ConnectionPool) {
        source = Source(response, pool: pool)
        self.method = method
    }

    func makeAsyncIterator() -> Iterator {
        let response = source.unread.withLock { $0.take() }
        return Iterator(pool: source.pool, pieces: response.map { Pieces($0, method: method) })
    }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate let pool: ConnectionPool
        fileprivate var pieces: Pieces?

        mutating func next() async throws -> Data? {
            guard pieces != nil else {
                throw TransportError(.other, message: "the body of the answer was read before")
            }
            do {
                if let piece = try await pieces?.next() { return Data(piece.readableBytesView) }
            } catch {
                throw transportFailure(error)
            }
            // The sequence of AsyncHTTPClient may end early in a cancelled task.
            try Task.checkCancellation()
            return nil
        }
    }
}
