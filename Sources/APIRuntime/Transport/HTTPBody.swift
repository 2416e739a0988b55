public import Foundation

/// The bytes of a request body: `Data`, a file, or a sequence of chunks.
///
///     try await client.files.upload(body: data)
///     try await client.files.upload(body: .file(url))
///     try await client.files.upload(body: .stream(chunks, length: count))
///
/// Files and sequences need not fit in memory. Whether a sequence is sent as it is made depends on the transport:
/// ``URLSessionTransport`` writes it to a file first.
public protocol HTTPBody: Sendable {
    /// The bytes in chunks of any size.
    typealias Chunks = HTTPChunks

    /// The number of bytes, which is sent as `Content-Length` (RFC 9112, section 6.2); `nil` if it is unknown.
    var length: Int? { get }
    /// Whether ``chunks()`` can be called several times. If not, the request is neither retried nor redirected.
    var isReplayable: Bool { get }

    /// Returns all bytes from the first one.
    ///
    /// - Throws: An error if they cannot be read, or were read before and are not replayable.
    func chunks() async throws -> Chunks
}

extension HTTPBody {
    /// The bytes in memory.
    ///
    /// - Throws: ``TransportError`` if they cannot be read.
    func collected() async throws -> Data {
        if let data = self as? Data { return data }
        var bytes = Data()
        for try await chunk in try await SentChunks(of: self) { bytes += chunk }
        return bytes
    }
}

extension Data: HTTPBody {
    /// The number of bytes.
    public var length: Int? { count }
    /// `true`.
    public var isReplayable: Bool { true }

    /// The bytes as slices of at most 64 KiB.
    public func chunks() -> HTTPChunks { HTTPChunks(DataChunks(data: self)) }
}

private struct DataChunks: AsyncSequence, Sendable {
    let data: Data

    func makeAsyncIterator() -> Iterator { Iterator(rest: data[...]) }

    struct Iterator: AsyncIteratorProtocol {
        var rest: Data

        mutating func next() async throws -> Data? {
            guard !rest.isEmpty else { return nil }
            defer { rest = rest.dropFirst(HTTPFileBody.chunkSize) }
            return rest.prefix(HTTPFileBody.chunkSize)
        }
    }
}
