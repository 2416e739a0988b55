import Foundation

/// The body of a request and its content type. Its setters return the violations.
struct RequestBody: Sendable {
    /// The body, or `nil` if there is none or if it consists of parts.
    private(set) var content: (any HTTPBody)?
    private(set) var contentType: String?
    /// Whether the bytes were encoded here rather than given by the caller.
    private(set) var isWritten = false
    /// The parts of a multipart body, which are encoded once the client has chosen a boundary.
    private(set) var parts: MultipartBody?

    /// Whether the body can be sent again.
    var isReplayable: Bool {
        (content?.isReplayable ?? true) && (parts?.parts.allSatisfy { $0.content.isReplayable } ?? true)
    }

    /// Returns the body with its parts encoded, if it has any.
    func bounded(by boundary: () -> String) -> RequestBody {
        guard let parts else { return self }
        let boundary = boundary()
        var body = self
        body.content = parts.content(boundary)
        body.contentType = parts.contentType(boundary)
        return body
    }
}

extension RequestBody {
    /// Returns the body with members added to its JSON object; without a body, they are the object.
    ///
    /// - Returns: `nil` if the body is anything else.
    func adding(_ members: [String: JSONValue]) -> RequestBody? {
        guard !members.isEmpty else { return self }
        let isJSON = content == nil && parts == nil || isWritten && contentType.map(MediaType.isJSON) == true
        guard isJSON, let document = try? JSONDocument(content as? Data ?? Data("{}".utf8)),
            case .object(let own) = EncodedValue(document, at: 0)
        else { return nil }
        let kept = own.filter { members[$0.name] == nil }
        let added = members.map { EncodedValue.Member(name: $0, value: EncodedValue($1)) }
        var body = self
        body.content = Data(EncodedValue.object(kept + added).jsonBytes)
        body.contentType = contentType ?? "application/json"
        body.isWritten = true
        return body
    }

    mutating func setBytes(_ bytes: any HTTPBody, contentType: String) -> [Violation] {
        let violations = write(as: contentType) { _ in bytes }
        isWritten = false
        let problem = (bytes as? HTTPFileBody)?.problem
        return violations + (problem.map { [.encoding("body", reason: $0)] } ?? [])
    }

    /// What was found while a body was encoded.
    struct Encoding {
        /// The value before serialization; `nil` if it cannot be encoded.
        var value: EncodedValue?
        var violations: [Violation] = []
    }

    mutating func setJSON(_ value: some Encodable, as mediaType: String, dateDecimals: Int?) -> Encoding {
        var encoded: EncodedValue?
        let violations = write(as: mediaType) { log in
            let value = try ValueEncoder.encode(value, dateDecimals: dateDecimals, log: log)
            encoded = value
            return Data(value.jsonBytes)
        }
        return Encoding(value: encoded, violations: violations)
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

    mutating func setForm(_ value: some Encodable, as form: FormBody, dateDecimals: Int?) -> Encoding {
        var problems: [Violation] = []
        var encoding = write(
            membersOf: value, as: "application/x-www-form-urlencoded", dateDecimals: dateDecimals
        ) { members in
            problems = form.problems(members)
            return Data(form.text(members).utf8)
        }
        encoding.violations += problems
        return encoding
    }

    mutating func setParts(
        _ value: some Encodable, encodings: [FieldEncoding], dateDecimals: Int?,
    ) -> Encoding {
        var multipart = MultipartBody([], encodings: [])
        var encoding = write(
            membersOf: value, as: nil, dateDecimals: dateDecimals, takesStreams: true
        ) { members in
            multipart = MultipartBody(members, encodings: encodings)
            return nil
        }
        parts = multipart
        encoding.violations += multipart.problems
        return encoding
    }

    private mutating func write(
        membersOf value: some Encodable, as contentType: String?, dateDecimals: Int?,
        takesStreams: Bool = false, _ bytes: ([EncodedValue.Member]) -> Data?,
    ) -> Encoding {
        var isObject = true
        var encoding = Encoding()
        encoding.violations = write(as: contentType) { log in
            let value = try ValueEncoder.encode(
                value, dateDecimals: dateDecimals, log: log, takesStreams: takesStreams)
            guard case .object(let members) = value else {
                isObject = false
                return nil
            }
            encoding.value = value
            return bytes(members)
        }
        if !isObject {
            encoding.violations.append(.encoding("body", reason: "must be an object with members"))
        }
        return encoding
    }

    private mutating func write(
        as contentType: String?, _ bytes: (ViolationLog) throws -> (any HTTPBody)?,
    ) -> [Violation] {
        isWritten = true
        var violations: [Violation] = []
        if contentType?.isSafeInHeader == false {
            violations.append(.encoding("Content-Type", reason: String.unsafeInHeader))
        }
        let log = ViolationLog()
        do {
            content = try bytes(log)
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
