import Foundation

/// The parts of a `multipart/form-data` body (RFC 7578).
struct MultipartBody: Sendable {
    struct Part: Sendable {
        let name: String
        let filename: String?
        /// Empty where a reader assumes the right one.
        let contentType: String
        let headers: HTTPFields
        let bytes: Data
        /// Why it cannot go out as it is.
        let problem: String?
    }

    let parts: [Part]
    /// The places of what a part cannot say: null, unless it is JSON.
    private let nulls: [String]

    /// A part for each member, and one for each item of a list under the same name (RFC 7578, section 4.3).
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

    /// What is wrong with the parts.
    var problems: [Violation] {
        nulls.map { .encoding($0, reason: String.unsentNull) }
            + parts.compactMap { part in part.problem.map { .encoding(part.name, reason: $0) } }
    }

    func contentType(_ boundary: String) -> String { "multipart/form-data; boundary=\(boundary)" }

    /// The bytes (RFC 2046, section 5.1.1).
    func bytes(_ boundary: String) -> Data {
        var bytes = Data()
        for part in parts {
            bytes += Data("--\(boundary)\r\n\(part.head)\r\n".utf8)
            bytes += part.bytes
            bytes += Data("\r\n".utf8)
        }
        return bytes + Data("--\(boundary)--\r\n".utf8)
    }

    /// 128 random bits: no body holds them by chance.
    static func randomBoundary() -> String {
        "boundary-" + UUID().uuidString.filter { $0 != "-" }.lowercased()
    }
}

extension MultipartBody.Part {
    /// A text has no content type of its own unless the document gives it one: `text/plain` is what a reader assumes
    /// (RFC 7578, section 4.4). Objects are JSON (OpenAPI 3.1, section 4.8.15).
    fileprivate init(name: String, value: EncodedValue, encoding: FieldEncoding?) {
        self.name = name
        var headers = encoding?.headers ?? HTTPFields()
        let known = encoding?.concreteContentType
        var isHeld = true
        if case .file(let file) = value {
            filename = file.filename
            bytes = file.bytes
            contentType = file.contentType ?? known ?? "application/octet-stream"
            for field in file.headers { headers[field.name] = file.headers[field.name] }
        } else {
            let isJSON = value.scalar == nil || encoding?.isJSON == true
            filename = nil
            let text = isJSON ? value.json : value.scalar ?? ""
            let encoded = isJSON ? Data(text.utf8) : Charset(contentType: known).bytes(text)
            bytes = encoded ?? Data()
            isHeld = encoded != nil
            contentType = known ?? (value.scalar == nil ? "application/json" : "")
        }
        self.headers = headers
        let isSafe = contentType.isSafeInHeader && encoding?.hasUnsafeHeader != true
        problem = !isSafe ? String.unsafeInHeader : isHeld ? nil : String.beyondCharset
    }

    /// Disposition first, then what the part says of itself; each line with its end.
    fileprivate var head: String {
        var disposition = "Content-Disposition: form-data; name=\"\(Self.quoted(name))\""
        if let filename { disposition += "; filename=\"\(Self.quoted(filename))\"" }
        let type = contentType.isEmpty ? "" : "Content-Type: \(contentType)\r\n"
        let others = headers.map { "\($0.name.rawName): \($0.value)\r\n" }.joined()
        return "\(disposition)\r\n\(type)\(others)"
    }

    /// As the HTML standard escapes names ("multipart/form-data encoding algorithm"), and with it every browser.
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
    /// The content type, unless it is a range such as `image/*`, which only the file itself can narrow down.
    fileprivate var concreteContentType: String? {
        contentType.flatMap { $0.contains("*") ? nil : $0 }
    }
}
