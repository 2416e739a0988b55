@_spi(Generated) import APIRuntime

/// A client of `https://api.example.com:8443` with middleware, whose retries do not wait.
func client(
    _ transport: InMemoryTransport, _ middleware: any ClientMiddleware...,
) -> APIClient {
    var configuration = ClientConfiguration(transport: transport)
    configuration.middleware = middleware
    configuration.sleep = { _ in }
    return APIClient(baseURL: "https://api.example.com:8443/v1", configuration: configuration)
}

/// `getPet` of `/pets/{petId}`.
func petRequest(id: String = "a1") -> Request {
    var request = Request(.get, "/pets/{petId}", operation: "getPet")
    request.path("petId", id)
    return request
}

/// An error whose description holds what no log may.
struct Leak: Error, CustomStringConvertible {
    let description: String
}
