/// The serialization of a cookie parameter (OpenAPI 3.2, style values).
@_spi(Generated) public enum CookieStyle: Sendable {
    /// Percent-encoded, as in the query.
    case form
    /// Without escaping.
    case cookie
}
