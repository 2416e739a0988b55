public import Foundation

@_spi(Generated) extension Request {
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
        rules.set("body")
        violations += Limit.violations(of: limits, by: value, at: "body")
        violations += content.setJSON(value, as: mediaType, dateDecimals: dateDecimals)
    }

    /// Sets a body of any content type; `nil` sends no bytes and no Content-Type.
    ///
    /// Violations: a content type with characters that no header can hold.
    public mutating func body(_ bytes: Data?, contentType: String) {
        guard let bytes else { return }
        rules.set("body")
        violations += content.setBytes(bytes, contentType: contentType)
    }

    /// Sets a body of text; `nil` sends no bytes and no Content-Type.
    ///
    /// The text goes out in the charset that the content type names, or else in UTF-8. If it is more than ASCII, a
    /// content type of `text` says so (RFC 6657, section 3).
    ///
    /// Violations: limits that the text breaks, a text that the charset cannot hold, and a charset that is not known.
    public mutating func body(text: String?, contentType: String, _ limits: Limit...) {
        guard let text else { return }
        rules.set("body")
        violations += Limit.violations(of: limits, by: text, at: "body")
        violations += content.setText(text, contentType: contentType)
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
        rules.set("body")
        violations += content.setForm(value, as: FormBody(encodings: encodings), dateDecimals: dateDecimals)
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
        rules.set("body")
        violations += content.setParts(value, encodings: encodings, dateDecimals: dateDecimals)
    }
}
