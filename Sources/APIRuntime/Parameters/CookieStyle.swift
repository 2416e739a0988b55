/// How a value stands in a cookie (OpenAPI 3.2, style values).
@_spi(Generated) public enum CookieStyle: Sendable {
    /// Percent-encoded, as in a query.
    case form
    /// As it is.
    case cookie
}
