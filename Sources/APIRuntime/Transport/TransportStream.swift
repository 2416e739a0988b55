public import Foundation

/// A response whose body is still being received.
public struct TransportStream: Sendable {
    /// The bytes of a body in chunks of any size, without transfer and content codings.
    ///
    /// Its iterator throws ``TransportError`` if the connection is lost before the end, and `CancellationError` in a
    /// cancelled task. The body can be read once. The connection is closed when the sequence is released.
    public typealias Body = any AsyncSequence<Data, any Error> & Sendable

    /// The status and the headers.
    public var head: HTTPResponse
    /// The body.
    public var body: Body

    /// Creates a response from its head and the sequence of its body.
    public init(head: HTTPResponse, body: Body) {
        self.head = head
        self.body = body
    }

    /// Creates a stream from a complete response.
    public init(_ response: TransportResponse) {
        head = response.head
        body = AsyncThrowingStream { pieces in
            pieces.yield(response.body)
            pieces.finish()
        }
    }

    /// The rest of the body.
    ///
    /// - Throws: The error of the body's iterator.
    public func remainder() async throws -> Data {
        var bytes = Data()
        var pieces = body.makeAsyncIterator()
        while let piece = try await pieces.next(isolation: nil) { bytes += piece }
        return bytes
    }
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
