public import Foundation

/// A file as a request body. It is read while it is sent, and must not change meanwhile.
public struct HTTPFileBody: HTTPBody, Hashable {
    /// The URL of the file.
    public let url: URL

    /// Creates a body. A request with a file that cannot be read is ``APIError/invalidRequest(_:)``.
    public init(_ url: URL) { self.url = url }

    static let chunkSize = 1 << 16

    /// The size of the file; `nil` if it cannot be read.
    public var length: Int? {
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: url.resolvingSymlinksInPath().path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else { return nil }
        return (attributes?[.size] as? NSNumber)?.intValue
    }

    /// `true`.
    public var isReplayable: Bool { true }

    /// - Throws: The error of Foundation if the file cannot be opened.
    public func chunks() throws -> HTTPChunks {
        HTTPChunks(FileChunks(file: try FileHandle(forReadingFrom: url)))
    }

    /// The reason why the file cannot be sent, or `nil`.
    var problem: String? {
        let isReadable = length != nil && FileManager.default.isReadableFile(atPath: url.path)
        return isReadable ? nil : "is a file that cannot be read"
    }
}

extension HTTPBody where Self == HTTPFileBody {
    /// A file.
    public static func file(_ url: URL) -> Self { HTTPFileBody(url) }
}

private struct FileChunks: AsyncSequence, Sendable {
    let file: FileHandle

    func makeAsyncIterator() -> Iterator { Iterator(file: file) }

    struct Iterator: AsyncIteratorProtocol {
        let file: FileHandle

        func next() async throws -> Data? {
            guard let chunk = try file.read(upToCount: HTTPFileBody.chunkSize), !chunk.isEmpty else {
                return nil
            }
            return chunk
        }
    }
}
