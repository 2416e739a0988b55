import NIOCore

/// A request body in slices, of which the next is sent when the connection has room.
///
/// AsyncHTTPClient writes a body of one buffer at once. If the service answers in the middle of it, such as with 413,
/// and closes the connection, that write fails and the answer is lost. Slices stop with the answer, so that it is lost
/// only if a slice is still on its way.
struct RequestSlices: AsyncSequence, Sendable {
    /// The maximum number of bytes of a slice.
    static let size = 1 << 16

    let bytes: ByteBuffer

    func makeAsyncIterator() -> Iterator { Iterator(rest: bytes) }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate var rest: ByteBuffer

        mutating func next() async -> ByteBuffer? {
            rest.readableBytes == 0 ? nil : rest.readSlice(length: Swift.min(rest.readableBytes, size))
        }
    }
}
