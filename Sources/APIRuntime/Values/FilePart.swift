public import Foundation

/// A file in a `multipart/form-data` body (RFC 7578).
///
///     let photo = FilePart(bytes, filename: "photo.png", contentType: "image/png")
public struct FilePart: Hashable, Sendable {
    /// The bytes of the file, which are sent unchanged.
    public var bytes: Data
    /// The filename that is sent; no such file need exist. Many services treat a part without a filename as text.
    public var filename: String?
    /// The media type, such as `image/png`; with `nil`, that of the document, or else `application/octet-stream`.
    public var contentType: String?
    /// Additional headers of the part, besides `Content-Disposition` and `Content-Type`.
    public var headers: HTTPFields

    /// Creates a part from the bytes of a file.
    public init(
        _ bytes: Data, filename: String?, contentType: String? = nil, headers: HTTPFields = HTTPFields(),
    ) {
        self.bytes = bytes
        self.filename = filename
        self.contentType = contentType
        self.headers = headers
    }
}

/// In JSON, a file is its bytes in Base64 (RFC 4648, section 4).
extension FilePart: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Data.self), filename: nil)
    }

    public func encode(to encoder: any Encoder) throws { try bytes.base64EncodedString().encode(to: encoder) }
}

extension FilePart: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "FilePart(\(filename ?? "unnamed"), \(bytes.count) bytes)" }
    public var debugDescription: String { description }
    /// Omits the bytes and the headers, which may contain secrets.
    public var customMirror: Mirror {
        Mirror(self, children: ["filename": filename as Any, "contentType": contentType as Any])
    }
}
