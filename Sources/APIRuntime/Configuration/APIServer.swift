/// The server of a client: one that the document declares, such as `.production`, or another base URL as a literal,
/// `"http://localhost:8080"`.
///
/// - Parameter Client: The client of the service. Servers of different services have different types.
public struct APIServer<Client>: Hashable, Sendable {
    /// The base URL of requests.
    public let baseURL: BaseURL

    /// Creates a server from the text of its base URL.
    public init(_ url: String) { baseURL = BaseURL(url) }

    /// Creates a server from a template with variables in braces (OpenAPI 3.1, sections 4.8.5 and 4.8.6).
    @_spi(Generated) public init(template: String, variables: [String: String]) {
        baseURL = BaseURL(template: template, variables: variables)
    }
}

extension APIServer: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { self.init(value) }
}

extension APIServer: CustomStringConvertible {
    public var description: String { baseURL.description }
}
