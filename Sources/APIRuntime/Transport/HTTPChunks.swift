public import Foundation

/// The bytes of a body in chunks of any size, whatever sequence they come from.
///
/// It stands for `any AsyncSequence<Data, any Error>`, which the lowest supported versions of Apple's platforms lack.
public struct HTTPChunks: AsyncSequence, Sendable {
    private let begin: @Sendable () -> Iterator

    /// Creates the chunks of a sequence.
    public init<Base: AsyncSequence & Sendable>(_ base: Base) where Base.Element == Data {
        begin = {
            var chunks = base.makeAsyncIterator()
            return Iterator { try await chunks.next() }
        }
    }

    public func makeAsyncIterator() -> Iterator { begin() }

    /// The iterator of the sequence. Copies of it share its progress.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let advance: () async throws -> Data?

        /// The next chunk, or `nil` at the end.
        public mutating func next() async throws -> Data? { try await advance() }

        /// As ``next()``. The sequence does not run on the actor.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Data? {
            // Whoever advances an iterator, and waits for the result, is its only user meanwhile.
            nonisolated(unsafe) let advance = advance
            return try await advance()
        }
    }
}
