public import Foundation

/// A response whose body is still being received.
public struct TransportStream: Sendable {
    /// The bytes of a body in chunks of any size, without transfer and content codings.
    ///
    /// Its iterator throws ``TransportError`` if the connection is lost before the end, and `CancellationError` in a
    /// cancelled task. The body can be read once. The connection is closed when the sequence is released.
    public typealias Body = HTTPChunks

    /// The status and the headers.
    public var head: HTTPResponse
    /// The body.
    public var body: Body

    /// Creates a response from its head and the sequence of its body.
    public init<Chunks: AsyncSequence & Sendable>(head: HTTPResponse, body: Chunks)
    where Chunks.Element == Data {
        self.head = head
        self.body = HTTPChunks(body)
    }

    /// Creates a stream from a complete response.
    public init(_ response: TransportResponse) {
        let body = AsyncStream { pieces in
            pieces.yield(response.body)
            pieces.finish()
        }
        self.init(head: response.head, body: body)
    }

    /// The rest of the body.
    ///
    /// - Parameter limit: The maximum number of bytes, by default 1 GiB.
    /// - Throws: ``TransportError`` (`other`) if the body is longer, and the error of its iterator.
    public func remainder(upTo limit: Int = Self.defaultLimit) async throws -> Data {
        var bytes = Data()
        for try await piece in body {
            guard piece.count <= limit - bytes.count else { throw TransportError.tooLarge(limit) }
            bytes += piece
        }
        return bytes
    }

    /// The default limit of the bytes of a response in memory, 1 GiB.
    public static let defaultLimit = 1 << 30
}

extension TransportStream: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(head.status.code), a stream" }
    public var debugDescription: String { description }

    /// Omits the body and the values of headers, which may contain secrets.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: ["status": head.status.code, "headers": head.headerFields.map(\.name.rawName)])
    }
}
