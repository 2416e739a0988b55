import Foundation

/// The parts of a `multipart/form-data` body (RFC 7578).
struct MultipartBody: Sendable {
    struct Part: Sendable {
        let name: String
        let filename: String?
        /// Empty if the default applies.
        let contentType: String
        let headers: HTTPFields
        let content: any HTTPBody
        /// The reason why the part cannot be sent, or `nil`.
        let problem: String?
    }

    let parts: [Part]
    /// The paths of null values, which a part that is not JSON cannot represent.
    private let nulls: [String]

    /// Creates a part for each property, and for a list one for each item under the same name (RFC 7578, section 4.3).
    init(_ members: [EncodedValue.Member], encodings: [FieldEncoding]) {
        parts = members.flatMap { member in
            let encoding = encodings.first { $0.name.isExactly(member.name) }
            let items = if case .list(let items) = member.value { items } else { [member.value] }
            return items.map { Part(name: member.name, value: $0, encoding: encoding) }
        }
        nulls = members.flatMap { member in
            let isJSON = encodings.contains { $0.name.isExactly(member.name) && $0.isJSON }
            return isJSON ? [] : member.value.nulls(at: member.name, depth: 1)
        }
    }

    /// The violations of the parts.
    var problems: [Violation] {
        nulls.map { .encoding($0, reason: String.unsentNull) }
            + parts.compactMap { part in part.problem.map { .encoding(part.name, reason: $0) } }
    }

    func contentType(_ boundary: String) -> String { "multipart/form-data; boundary=\(boundary)" }

    /// The body (RFC 2046, section 5.1.1): `Data` if all parts are in memory.
    func content(_ boundary: String) -> any HTTPBody {
        var pieces: [any HTTPBody] = []
        for part in parts {
            pieces.append(Data("--\(boundary)\r\n\(part.head)\r\n".utf8))
            pieces.append(part.content)
            pieces.append(Data("\r\n".utf8))
        }
        pieces.append(Data("--\(boundary)--\r\n".utf8))
        let bytes = pieces.compactMap { $0 as? Data }
        return bytes.count == pieces.count ? Data(bytes.joined()) : JoinedBody(pieces: pieces)
    }

    /// A boundary from a random UUID, which no part contains by chance.
    static func randomBoundary() -> String {
        "boundary-" + UUID().uuidString.filter { $0 != "-" }.lowercased()
    }
}

extension MultipartBody.Part {
    /// Creates a part. Text has no content type unless the document declares one, since `text/plain` is the default
    /// (RFC 7578, section 4.4). Objects are JSON (OpenAPI 3.1, section 4.8.15).
    fileprivate init(name: String, value: EncodedValue, encoding: FieldEncoding?) {
        self.name = name
        var headers = encoding?.headers ?? HTTPFields()
        let known = encoding?.concreteContentType
        var isHeld = true
        if case .file(let file) = value {
            filename = file.filename
            content = file.content
            contentType = file.contentType ?? known ?? "application/octet-stream"
            for field in file.headers { headers[field.name] = file.headers[field.name] }
        } else {
            let isJSON = value.scalar == nil || encoding?.isJSON == true
            filename = nil
            let text = isJSON ? value.json : value.scalar ?? ""
            let encoded = isJSON ? Data(text.utf8) : Charset(contentType: known).bytes(text)
            content = encoded ?? Data()
            isHeld = encoded != nil
            contentType = known ?? (value.scalar == nil ? "application/json" : "")
        }
        self.headers = headers
        let isSafe = contentType.isSafeInHeader && encoding?.hasUnsafeHeader != true
        problem =
            !isSafe
            ? String.unsafeInHeader
            : !isHeld ? String.beyondCharset : Self.problem(of: value, content: content)
    }

    private static func problem(of value: EncodedValue, content: any HTTPBody) -> String? {
        let isNested = content is Data && value.holdsStream
        return isNested ? "must be in memory, since it is part of JSON" : (content as? HTTPFileBody)?.problem
    }

    /// The header lines: `Content-Disposition`, `Content-Type` and the additional headers, each with its line end.
    fileprivate var head: String {
        var disposition = "Content-Disposition: form-data; name=\"\(Self.quoted(name))\""
        if let filename { disposition += "; filename=\"\(Self.quoted(filename))\"" }
        let type = contentType.isEmpty ? "" : "Content-Type: \(contentType)\r\n"
        let others = headers.map { "\($0.name.rawName): \($0.value)\r\n" }.joined()
        return "\(disposition)\r\n\(type)\(others)"
    }

    /// Escapes a name as the HTML standard does ("multipart/form-data encoding algorithm"), and with it every browser.
    private static func quoted(_ text: String) -> String {
        var quoted = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "%22"
            case "\r": quoted += "%0D"
            case "\n": quoted += "%0A"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted
    }
}

extension FieldEncoding {
    /// The content type, unless it is a range such as `image/*`, which has to be narrowed by the file.
    fileprivate var concreteContentType: String? {
        contentType.flatMap { $0.contains("*") ? nil : $0 }
    }
}
