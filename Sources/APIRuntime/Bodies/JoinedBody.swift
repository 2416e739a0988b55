import Foundation

/// Several bodies, one after the other.
struct JoinedBody: HTTPBody {
    let pieces: [any HTTPBody]

    /// `nil` if that of any body is unknown.
    var length: Int? {
        let lengths = pieces.compactMap(\.length)
        return lengths.count == pieces.count ? lengths.reduce(0, +) : nil
    }

    var isReplayable: Bool { pieces.allSatisfy(\.isReplayable) }

    func chunks() -> HTTPChunks { HTTPChunks(JoinedChunks(pieces: pieces)) }
}

private struct JoinedChunks: AsyncSequence, Sendable {
    let pieces: [any HTTPBody]

    func makeAsyncIterator() -> Iterator { Iterator(pieces: pieces[...]) }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate var pieces: ArraySlice<any HTTPBody>
        private var current: HTTPChunks.Iterator?

        init(pieces: ArraySlice<any HTTPBody>) { self.pieces = pieces }

        mutating func next() async throws -> Data? {
            while true {
                if var chunks = current {
                    current = nil
                    if let chunk = try await chunks.next() {
                        current = chunks
                        return chunk
                    }
                }
                guard let piece = pieces.popFirst() else { return nil }
                current = try await piece.chunks().makeAsyncIterator()
            }
        }
    }
}
