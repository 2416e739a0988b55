/// Where the service of a client answers: one of the servers that its document names, such as `.production`, or a
/// base URL of your own as a literal, `"http://localhost:8080"`.
///
/// - Parameter Client: The client that the server is for. It keeps the servers of different services apart.
public struct Server<Client>: Hashable, Sendable {
    /// Where its requests go.
    public let baseURL: BaseURL

    /// Creates a server from the text of its base URL.
    public init(_ url: String) { baseURL = BaseURL(url) }

    /// Creates a server from a template with variables in braces (OpenAPI 3.1, 4.8.5).
    @_spi(Generated) public init(template: String, variables: [String: String]) {
        baseURL = BaseURL(template: template, variables: variables)
    }
}

extension Server: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { self.init(value) }
}

extension Server: CustomStringConvertible {
    public var description: String { baseURL.description }
}
