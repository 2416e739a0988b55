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
        // Other options, such as headers, are meant for the service, not for its authorization server.
        api.options = CallOptions(timeout: configuration.options.timeout)
        api.options.attemptTimeout = configuration.options.attemptTimeout
        api.options.reading = configuration.options.reading
        // The call that needs the token retries, and requests the token again.
        api.options.retries = .never
        return api
    }
}
