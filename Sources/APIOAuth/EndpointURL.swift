@_spi(Generated) import APIRuntime

/// The URL of an endpoint, in the parts that a request needs.
struct EndpointURL: Sendable {
    let origin: String
    /// The path with the query, if any (RFC 6749, section 3.2).
    let path: String

    init(_ url: String) {
        let start = url.firstRange(of: "://")?.upperBound ?? url.startIndex
        let path = url[start...].firstIndex(of: "/") ?? url.endIndex
        origin = String(url[..<path])
        self.path = path == url.endIndex ? "/" : String(url[path...])
    }

    /// The client that sends requests to the endpoint.
    func api(_ configuration: ClientConfiguration) -> APIClient {
        var api = APIClient(baseURL: BaseURL(origin), configuration: configuration)
        // Headers for all operations are meant for the service, not for its authorization server.
        api.options.headers = HTTPFields()
        // The call that needs the token retries, and requests the token again.
        api.options.retries = .never
        api.options.idempotencyKey = nil
        return api
    }
}
