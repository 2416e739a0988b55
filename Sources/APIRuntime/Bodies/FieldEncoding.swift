/// How one field of a form or one part of a multipart body is written (OpenAPI 3.1, section 4.8.15, Encoding Object).
@_spi(Generated) public struct FieldEncoding: Sendable {
    let name: String
    let contentType: String?
    let headers: HTTPFields
    let style: QueryStyle?
    let explode: Bool?
    let allowReserved: Bool
    /// Whether a header would go out changed, or not at all.
    let hasUnsafeHeader: Bool

    /// Describes a field.
    ///
    /// - Parameters:
    ///   - name: The name on the wire.
    ///   - contentType: The media type of a part; in a form, JSON writes the value as JSON text. Of several,
    ///     separated by commas, the first is meant.
    ///   - headers: Headers that the part always has. Multipart only.
    ///   - style: How a list or object stands in a form. Forms only.
    ///   - explode: Whether each item of a list is a field of its own. Forms only.
    ///   - allowReserved: Whether reserved characters go out unescaped. Forms only.
    public init(
        _ name: String, contentType: String? = nil, headers: KeyValuePairs<String, String> = [:],
        style: QueryStyle? = nil, explode: Bool? = nil, allowReserved: Bool = false,
    ) {
        self.name = name
        self.contentType = contentType.map { String($0.prefix { $0 != "," }) }
        self.headers = headers.reduce(into: HTTPFields()) { fields, header in
            // A name that HTTP does not know cannot go out.
            if let name = HTTPField.Name(header.key) { fields[name] = header.value }
        }
        hasUnsafeHeader = headers.contains { !$0.value.isSafeInHeader || HTTPField.Name($0.key) == nil }
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
    }

    var isJSON: Bool { contentType.map(MediaType.isJSON) ?? false }

    /// Whether anything says that lists and objects follow a style instead of a content type.
    var hasStyle: Bool { style != nil || explode != nil || allowReserved }
}
