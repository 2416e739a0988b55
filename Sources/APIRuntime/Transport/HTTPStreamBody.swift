public import Foundation

/// A sequence of chunks as a request body. Two of them are equal if one is a copy of the other.
public struct HTTPStreamBody: HTTPBody, Hashable {
    /// The number of bytes; `nil` if it is unknown.
    public let length: Int?
    /// Whether the sequence can be made several times.
    public let isReplayable: Bool
    private let source: Source

    private final class Source: Sendable {
        let make: @Sendable () async throws -> Chunks
        let wasRead = Locked(false)

        init(_ make: @escaping @Sendable () async throws -> Chunks) { self.make = make }
    }

    /// Creates a body that is sent once.
    ///
    /// - Parameters:
    ///   - chunks: The bytes. An error ends the call.
    ///   - length: The number of bytes; with `nil`, they are sent in chunks (RFC 9112, section 7.1), which not every
    ///     service accepts. A sequence of another length is an error.
    public init<Chunks: AsyncSequence & Sendable>(_ chunks: Chunks, length: Int? = nil)
    where Chunks.Element == Data {
        self.init(length: length, isReplayable: false) { HTTPChunks(chunks) }
    }

    /// Creates a body that can be sent again, because its sequence can be made several times.
    ///
    /// - Parameters:
    ///   - length: As in ``init(_:length:)``.
    ///   - chunks: Makes the sequence, once for each attempt.
    public init<Chunks: AsyncSequence & Sendable>(
        length: Int? = nil, _ chunks: @escaping @Sendable () async throws -> Chunks,
    ) where Chunks.Element == Data {
        self.init(length: length, isReplayable: true) { HTTPChunks(try await chunks()) }
    }

    init(length: Int?, isReplayable: Bool, chunks: @escaping @Sendable () async throws -> Chunks) {
        self.length = length
        self.isReplayable = isReplayable
        source = Source(chunks)
    }

    /// - Throws: ``TransportError`` if the sequence was read before and cannot be made again, and the error of the
    ///   closure that makes it.
    public func chunks() async throws -> HTTPChunks {
        var wasRead = false
        source.wasRead.change {
            wasRead = $0
            $0 = true
        }
        if wasRead, !isReplayable {
            throw TransportError(.other, message: "the body is a sequence that was sent before")
        }
        return try await source.make()
    }

    public static func == (first: Self, second: Self) -> Bool { first.source === second.source }

    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(source)) }
}

extension HTTPBody where Self == HTTPStreamBody {
    /// A sequence of chunks that is sent once; see ``HTTPStreamBody/init(_:length:)``.
    public static func stream<Chunks: AsyncSequence & Sendable>(
        _ chunks: Chunks, length: Int? = nil,
    ) -> Self where Chunks.Element == Data {
        HTTPStreamBody(chunks, length: length)
    }

    /// A sequence of chunks that can be sent again; see ``HTTPStreamBody/init(length:_:)``.
    public static func stream<Chunks: AsyncSequence & Sendable>(
        length: Int? = nil, _ chunks: @escaping @Sendable () async throws -> Chunks,
    ) -> Self where Chunks.Element == Data {
        HTTPStreamBody(length: length, chunks)
    }
}

extension HTTPStreamBody: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "a stream of \(length.map(String.init) ?? "unknown") bytes" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["length": length as Any]) }
}
