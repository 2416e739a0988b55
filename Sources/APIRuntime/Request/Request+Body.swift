import Foundation

@_spi(Generated) extension Request {
    /// Sets a JSON body (RFC 8259); `nil` sends no body and no `Content-Type`.
    ///
    /// Equal values have equal bytes: members are sorted by name, slashes are not escaped. What exceeds its limits is a
    /// violation.
    ///
    /// - Parameters:
    ///   - value: The value to encode.
    ///   - mediaType: The `Content-Type`, such as `application/merge-patch+json`.
    ///   - limits: The limits that the document sets on the value.
    public mutating func body<Value: Encodable>(
        _ value: Value?, as mediaType: String = "application/json", _ limits: Limit...,
    ) {
        guard let value else { return }
        rules.set("body")
        let encoding = content.setJSON(value, as: mediaType, dateDecimals: dateDecimals)
        violations.check(encoding.value, with: limits)
        violations += encoding.violations
    }

    /// Sets a body of any `Content-Type`; `nil` sends no body and no `Content-Type`.
    ///
    /// Violations: a `Content-Type` that is not a valid header value, and a file that cannot be read.
    public mutating func body(_ bytes: (any HTTPBody)?, contentType: String) {
        guard let bytes else { return }
        rules.set("body")
        violations += content.setBytes(bytes, contentType: contentType)
    }

    /// Sets a text body; `nil` sends no body and no `Content-Type`.
    ///
    /// The text is encoded in the `charset` of the content type, by default UTF-8. If a `text` type names no charset
    /// and the text is not ASCII, `charset=utf-8` is added (RFC 6657, section 3).
    ///
    /// Violations: exceeded limits, an unknown charset, and a text that cannot be encoded in it.
    public mutating func body(text: String?, contentType: String, _ limits: Limit...) {
        guard let text else { return }
        rules.set("body")
        violations.check(.string(text), with: limits)
        violations += content.setText(text, contentType: contentType)
    }

    /// Sets a body of `application/x-www-form-urlencoded`; `nil` sends no body and no `Content-Type`.
    ///
    /// The fields are the properties of the value in the order of its `encode(to:)`. Names and values are
    /// percent-encoded by RFC 3986, a space as `%20`. By default, a list is a field for each of its items, and an
    /// object is JSON text (OpenAPI 3.1, sections 4.8.14.4 and 4.8.15).
    ///
    /// Violations: a value that is not an object, exceeded limits, `null` outside of JSON, which a form
    /// cannot tell from an absent field, and values that cannot be serialized in their style.
    public mutating func form<Value: Encodable>(
        _ value: Value?, _ encodings: FieldEncoding..., limits: [Limit] = [],
    ) {
        guard let value else { return }
        rules.set("body")
        let encoding = content.setForm(
            value, as: FormBody(encodings: encodings), dateDecimals: dateDecimals)
        violations.check(encoding.value, with: limits)
        violations += encoding.violations
    }

    /// Sets a body of `multipart/form-data` (RFC 7578); `nil` sends no body and no `Content-Type`.
    ///
    /// The parts are the properties of the value in the order of its `encode(to:)`: a ``FilePart`` unchanged, strings
    /// and numbers as text, objects as JSON, and lists as a part for each item. The boundary is made by
    /// ``ClientConfiguration/boundary``.
    ///
    /// Violations: a value that is not an object, exceeded limits, `null` in a part that is not JSON,
    /// invalid headers, and texts that cannot be encoded in the charset of their part.
    public mutating func multipart<Value: Encodable>(
        _ value: Value?, _ encodings: FieldEncoding..., limits: [Limit] = [],
    ) {
        guard let value else { return }
        rules.set("body")
        let encoding = content.setParts(value, encodings: encodings, dateDecimals: dateDecimals)
        violations.check(encoding.value, with: limits)
        violations += encoding.violations
    }
}
