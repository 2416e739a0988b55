import Foundation

/// The body of a request and its content type. Its setters return the violations.
struct RequestBody: Sendable {
    /// The encoded body, or `nil` if there is none or if it consists of parts.
    private(set) var bytes: Data?
    private(set) var contentType: String?
    /// Whether the bytes were encoded here rather than given by the caller.
    private(set) var isWritten = false
    /// The parts of a multipart body, which are encoded once the client has chosen a boundary.
    private(set) var parts: MultipartBody?

    /// Returns the body with its parts encoded, if it has any.
    func bounded(by boundary: () -> String) -> RequestBody {
        guard let parts else { return self }
        let boundary = boundary()
        var body = self
        body.bytes = parts.bytes(boundary)
        body.contentType = parts.contentType(boundary)
        return body
    }
}

extension RequestBody {
    mutating func setBytes(_ bytes: Data, contentType: String) -> [Violation] {
        let violations = write(as: contentType) { _ in bytes }
        isWritten = false
        return violations
    }

    mutating func setJSON(
        _ value: some Encodable, as mediaType: String, dateDecimals: Int?,
    ) -> [Violation] {
        write(as: mediaType) { log in try JSONCoding.encode(value, dateDecimals: dateDecimals, log: log) }
    }

    mutating func setText(_ text: String, contentType: String) -> [Violation] {
        let charset = Charset(contentType: contentType)
        // Other types that hold text, such as YAML (RFC 9512), have no `charset` parameter: they are UTF-8.
        let isPlain =
            charset.isNamed || !MediaType.isText(contentType) || text.utf8.allSatisfy { $0 < 0x80 }
        let bytes = charset.bytes(text)
        let problem: [Violation] = bytes == nil ? [.encoding("body", reason: String.beyondCharset)] : []
        return problem + write(as: isPlain ? contentType : contentType + "; charset=utf-8") { _ in bytes }
    }

    mutating func setForm(_ value: some Encodable, as form: FormBody, dateDecimals: Int?) -> [Violation] {
        var problems: [Violation] = []
        let violations = write(
            membersOf: value, as: "application/x-www-form-urlencoded", dateDecimals: dateDecimals
        ) { members in
            problems = form.problems(members)
            return Data(form.text(members).utf8)
        }
        return violations + problems
    }

    mutating func setParts(
        _ value: some Encodable, encodings: [FieldEncoding], dateDecimals: Int?,
    ) -> [Violation] {
        var multipart = MultipartBody([], encodings: [])
        let violations = write(membersOf: value, as: nil, dateDecimals: dateDecimals) { members in
            multipart = MultipartBody(members, encodings: encodings)
            return nil
        }
        parts = multipart
        return violations + multipart.problems
    }

    private mutating func write(
        membersOf value: some Encodable, as contentType: String?, dateDecimals: Int?,
        _ bytes: ([EncodedValue.Member]) -> Data?,
    ) -> [Violation] {
        var isObject = true
        let violations = write(as: contentType) { log in
            guard
                case .object(let members) = try ValueEncoder.encode(
                    value, dateDecimals: dateDecimals, log: log)
            else {
                isObject = false
                return nil
            }
            return bytes(members)
        }
        return violations + (isObject ? [] : [.encoding("body", reason: "must be an object with members")])
    }

    private mutating func write(
        as contentType: String?, _ bytes: (ViolationLog) throws -> Data?,
    ) -> [Violation] {
        isWritten = true
        var violations: [Violation] = []
        if contentType?.isSafeInHeader == false {
            violations.append(.encoding("Content-Type", reason: String.unsafeInHeader))
        }
        let log = ViolationLog()
        do {
            self.bytes = try bytes(log)
            self.contentType = contentType
        } catch {
            let format = MediaType.shortName(contentType)
            violations.append(.encoding(Self.path(of: error), reason: "cannot be written as \(format)"))
        }
        return violations + log.all
    }

    private static func path(of error: any Error) -> String {
        if case EncodingError.invalidValue(_, let context)? = error as? EncodingError {
            JSONPath(context.codingPath).description
        } else {
            "body"
        }
    }
}
