public import Foundation

/// An answer whose body is still coming.
public struct TransportStream: Sendable {
    /// The bytes of a body in pieces of any size, without transfer and content codings.
    ///
    /// Throws ``TransportError`` if the connection breaks before the end, and `CancellationError` in a cancelled
    /// task. It is read once, and the connection is closed when nobody holds the sequence any more.
    public typealias Body = any AsyncSequence<Data, any Error> & Sendable

    /// Status and headers.
    public var head: HTTPResponse
    /// What follows.
    public var body: Body

    /// Creates an answer from what has come of it and what will.
    public init(head: HTTPResponse, body: Body) {
        self.head = head
        self.body = body
    }

    /// An answer that is there as a whole.
    public init(_ response: TransportResponse) {
        head = response.head
        body = AsyncThrowingStream { pieces in
            pieces.yield(response.body)
            pieces.finish()
        }
    }

    /// All that follows.
    func remainder() async throws -> Data {
        var bytes = Data()
        var pieces = body.makeAsyncIterator()
        while let piece = try await pieces.next(isolation: nil) { bytes += piece }
        return bytes
    }
}

extension TransportStream: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(head.status.code), a stream" }
    public var debugDescription: String { description }

    /// Shows only the names of headers: they and the body may hold secrets.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: ["status": head.status.code, "headers": head.headerFields.map(\.name.rawName)])
    }
}
