public import Foundation

/// A file in a `multipart/form-data` body (RFC 7578).
///
///     let photo = FilePart(bytes, filename: "photo.png", contentType: "image/png")
public struct FilePart: Hashable, Sendable {
    /// The bytes of the file. They go out as they are.
    public var bytes: Data
    /// The name to give the file; it need not exist anywhere. Many services take a part without one for a text.
    public var filename: String?
    /// The media type, such as `image/png`; `nil` leaves it to the document, or else `application/octet-stream`.
    public var contentType: String?
    /// Headers of the part beyond `Content-Disposition` and `Content-Type`.
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

/// Where a model with files is sent or received as JSON, a file is its bytes in Base64 (RFC 4648, section 4).
extension FilePart: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Data.self), filename: nil)
    }

    public func encode(to encoder: any Encoder) throws { try bytes.base64EncodedString().encode(to: encoder) }
}

extension FilePart: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "FilePart(\(filename ?? "unnamed"), \(bytes.count) bytes)" }
    public var debugDescription: String { description }
    /// Shows neither the bytes nor the headers, which may hold secrets.
    public var customMirror: Mirror {
        Mirror(self, children: ["filename": filename as Any, "contentType": contentType as Any])
    }
}
