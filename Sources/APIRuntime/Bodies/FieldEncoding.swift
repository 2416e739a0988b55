/// The serialization of a form field or a multipart part (OpenAPI 3.1, section 4.8.15, Encoding Object).
@_spi(Generated) public struct FieldEncoding: Sendable {
    let name: String
    let contentType: String?
    let headers: HTTPFields
    let style: QueryStyle?
    let explode: Bool?
    let allowReserved: Bool
    /// Whether a header has an invalid name or value.
    let hasUnsafeHeader: Bool

    /// Creates the encoding of a field.
    ///
    /// - Parameters:
    ///   - name: The name of the field.
    ///   - contentType: The media type of a part. In a form, a JSON type serializes the value as JSON text. Of a
    ///     comma-separated list, the first is used.
    ///   - headers: Additional headers of the part. Multipart only.
    ///   - style: How a list or object is serialized. Forms only.
    ///   - explode: Whether each item of a list is a field of its own; with `nil`, the default of the style. Forms
    ///     only.
    ///   - allowReserved: Whether reserved characters are sent unescaped. Forms only.
    public init(
        _ name: String, contentType: String? = nil, headers: KeyValuePairs<String, String> = [:],
        style: QueryStyle? = nil, explode: Bool? = nil, allowReserved: Bool = false,
    ) {
        self.name = name
        self.contentType = contentType.map { String($0.prefix { $0 != "," }) }
        self.headers = headers.reduce(into: HTTPFields()) { fields, header in
            // An invalid name cannot be sent.
            if let name = HTTPField.Name(header.key) { fields[name] = header.value }
        }
        hasUnsafeHeader = headers.contains { !$0.value.isSafeInHeader || HTTPField.Name($0.key) == nil }
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
    }

    var isJSON: Bool { contentType.map(MediaType.isJSON) ?? false }

    /// Whether lists and objects are serialized by a style rather than by a content type.
    var hasStyle: Bool { style != nil || explode != nil || allowReserved }
}
