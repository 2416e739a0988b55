public import Foundation

extension Request {
    /// Sets a JSON body; `nil` sends no bytes and no Content-Type.
    ///
    /// The bytes are the same for equal values: members are sorted by name, slashes are not escaped.
    /// Limits that the value's own members break are violations, too.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - mediaType: The content type, for JSON under another name such as `application/merge-patch+json`.
    ///   - limits: What the document says about the value.
    public mutating func body<Value: Encodable>(
        _ value: Value?, as mediaType: String = "application/json", _ limits: Limit...,
    ) {
        guard let value else { return }
        violations += Limit.violations(of: limits, by: value, at: "body")
        let dateDecimals = dateDecimals
        setBody(mediaType) { log in try JSONCoding.encode(value, dateDecimals: dateDecimals, log: log) }
    }

    /// Sets a body of any content type; `nil` sends no bytes and no Content-Type.
    ///
    /// Violations: a content type with characters that no header can hold.
    public mutating func body(_ bytes: Data?, contentType: String) {
        guard let bytes else { return }
        setBody(contentType) { _ in bytes }
        isBodyWritten = false
    }

    /// Sets a body of text; `nil` sends no bytes and no Content-Type.
    ///
    /// The text goes out in the charset that the content type names, or else in UTF-8. If it is more than ASCII, the
    /// content type says so (RFC 6657, section 3).
    ///
    /// Violations: limits that the text breaks, a text that the charset cannot hold, and a charset that is not known.
    public mutating func body(text: String?, contentType: String, _ limits: Limit...) {
        guard let text else { return }
        violations += Limit.violations(of: limits, by: text, at: "body")
        let charset = Charset(contentType: contentType)
        let isPlain = charset.isNamed || text.utf8.allSatisfy { $0 < 0x80 }
        let bytes = charset.bytes(text)
        if bytes == nil { violations.append(.encoding("body", String.beyondCharset)) }
        setBody(isPlain ? contentType : contentType + "; charset=utf-8") { _ in bytes }
    }

    /// Sets a body of `application/x-www-form-urlencoded`; `nil` sends no bytes and no Content-Type.
    ///
    /// The fields are the members of the value in the order of its `encode(to:)`. Names and values are
    /// percent-encoded as RFC 3986 has it, a blank as `%20`. A list is a field for each of its items, and an object is
    /// JSON text, unless an encoding says otherwise (OpenAPI 3.1, sections 4.8.14.4 and 4.8.15).
    ///
    /// Violations: a value that is no object, limits that its members break, `null` outside of JSON, which a form
    /// cannot tell from what is left out, and values that a style cannot write.
    public mutating func form<Value: Encodable>(_ value: Value?, _ encodings: FieldEncoding...) {
        guard let value else { return }
        let form = FormBody(encodings: encodings)
        var problems: [Violation] = []
        setFields(value, "application/x-www-form-urlencoded") { members in
            problems = form.problems(members)
            return Data(form.text(members).utf8)
        }
        violations += problems
    }

    /// Sets a body of `multipart/form-data` (RFC 7578); `nil` sends no bytes and no Content-Type.
    ///
    /// The parts are the members of the value in the order of its `encode(to:)`: a ``FilePart`` as it is, texts and
    /// numbers as text, objects as JSON, lists as a part for each item. The boundary is that of
    /// ``ClientConfiguration/boundary``.
    ///
    /// Violations: a value that is no object, limits that its members break, `null` in a part that is no JSON, headers
    /// that cannot go out as they are, and texts that the charset of their part cannot hold.
    public mutating func multipart<Value: Encodable>(_ value: Value?, _ encodings: FieldEncoding...) {
        guard let value else { return }
        var multipart = MultipartBody([], [])
        setFields(value, nil) { members in
            multipart = MultipartBody(members, encodings)
            return nil
        }
        violations += multipart.nulls.map { .encoding($0, String.unsentNull) }
        violations += multipart.parts.compactMap { part in part.problem.map { .encoding(part.name, $0) } }
        self.multipart = multipart
    }

    private mutating func setFields(
        _ value: some Encodable, _ contentType: String?, _ write: ([EncodedValue.Member]) -> Data?,
    ) {
        var isObject = true
        let dateDecimals = dateDecimals
        setBody(contentType) { log in
            guard
                case .object(let members) = try ValueEncoder.encode(
                    value, dateDecimals: dateDecimals, log: log)
            else {
                isObject = false
                return nil
            }
            return write(members)
        }
        if !isObject { violations.append(.encoding("body", "must be an object with members")) }
    }

    private mutating func setBody(_ contentType: String?, _ write: (ViolationLog) throws -> Data?) {
        names.insert("body")
        isBodyWritten = true
        if contentType?.isSafeInHeader == false {
            violations.append(.encoding("Content-Type", String.unsafeInHeader))
        }
        let log = ViolationLog()
        do {
            body = try write(log)
            self.contentType = contentType
        } catch {
            let format = MediaType.shortName(contentType)
            violations.append(.encoding(Self.path(of: error), "cannot be written as \(format)"))
        }
        violations += log.all
    }

    private static func path(of error: any Error) -> String {
        if case EncodingError.invalidValue(_, let context)? = error as? EncodingError {
            JSONPath(context.codingPath).description
        } else {
            "body"
        }
    }
}
