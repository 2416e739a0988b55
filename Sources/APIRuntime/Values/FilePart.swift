public import Foundation

/// A file in a `multipart/form-data` body (RFC 7578).
///
///     let photo = FilePart(bytes, filename: "photo.png", contentType: "image/png")
///     let film = FilePart(.file(url), filename: "film.mp4", contentType: "video/mp4")
public struct FilePart: Sendable {
    /// The bytes of the file, which are sent unchanged.
    public var content: any HTTPBody
    /// The filename that is sent; no such file need exist. Many services treat a part without a filename as text.
    public var filename: String?
    /// The media type, such as `image/png`; with `nil`, that of the document, or else `application/octet-stream`.
    public var contentType: String?
    /// Additional headers of the part, besides `Content-Disposition` and `Content-Type`.
    public var headers: HTTPFields

    /// Creates a part from the bytes of a file: `Data`, or a body that is read while it is sent.
    public init(
        _ content: any HTTPBody, filename: String?, contentType: String? = nil,
        headers: HTTPFields = HTTPFields(),
    ) {
        self.content = content
        self.filename = filename
        self.contentType = contentType
        self.headers = headers
    }

    /// The bytes of the file if they are in memory.
    public var bytes: Data? { content as? Data }
}

extension FilePart: Hashable {
    /// Bodies that are not `Hashable` differ.
    public static func == (first: Self, second: Self) -> Bool {
        guard let content = first.content as? any Hashable, let other = second.content as? any Hashable else {
            return false
        }
        return AnyHashable(content) == AnyHashable(other) && first.filename == second.filename
            && first.contentType == second.contentType && first.headers == second.headers
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine((content as? any Hashable).map { AnyHashable($0) })
        hasher.combine(filename)
        hasher.combine(contentType)
        hasher.combine(headers)
    }
}

/// In JSON, a file is its bytes in Base64 (RFC 4648, section 4), which have to be in memory.
extension FilePart: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Data.self), filename: nil)
    }

    public func encode(to encoder: any Encoder) throws {
        guard let bytes else { throw notInMemory(at: encoder.codingPath) }
        try bytes.base64EncodedString().encode(to: encoder)
    }
}

extension FilePart {
    /// The error for a file that has to be in memory where it stands.
    func notInMemory(at path: [any CodingKey]) -> EncodingError {
        .invalidValue(
            self,
            EncodingError.Context(
                codingPath: path, debugDescription: "a file outside of multipart must be in memory"))
    }
}

extension FilePart: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String {
        "FilePart(\(filename ?? "unnamed"), \(content.length.map(String.init) ?? "unknown") bytes)"
    }
    public var debugDescription: String { description }
    /// Omits the bytes and the headers, which may contain secrets.
    public var customMirror: Mirror {
        Mirror(self, children: ["filename": filename as Any, "contentType": contentType as Any])
    }
}
