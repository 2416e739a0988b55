@_spi(Generated) import APIRuntime
import Foundation

/// A client whose answers come from memory.
func client(_ transport: InMemoryTransport, baseURL: BaseURL = "https://api.example.com") -> APIClient {
    APIClient(baseURL: baseURL, configuration: ClientConfiguration(transport: transport))
}

/// What goes out for a request.
func sent(
    _ method: HTTPRequest.Method = .get, _ template: String = "/items",
    _ build: (inout Request) -> Void = { _ in },
) async throws(APIError) -> TransportRequest {
    var request = Request(method, template, operation: "operation")
    build(&request)
    let transport = InMemoryTransport()
    try await client(transport).send(request)
    return transport.requests[0]
}

/// The violations of a request; empty if it went out.
func violations(
    _ method: HTTPRequest.Method = .get, _ template: String = "/items", _ build: (inout Request) -> Void,
) async -> [Violation] {
    do throws(APIError) {
        _ = try await sent(method, template, build)
        return []
    } catch {
        guard case .invalidRequest(let failure) = error else { return [] }
        return failure.violations
    }
}

/// The value that a body decodes to, through a whole call.
func decoded<Value: Decodable>(
    _ type: Value.Type = Value.self, from body: String, reading: AnswerReading = .lenient,
) async throws(APIError) -> Value {
    var client = client(InMemoryTransport { _ in .json(body) })
    client.options.reading = reading
    return try await client.send(Request(.get, "/items", operation: "getItems"))
}

/// The JSON that a value is sent as.
func encoded(_ value: some Encodable) async throws -> String {
    let request = try await sent(.post) { $0.body(value) }
    return String(decoding: request.body ?? Data(), as: UTF8.self)
}

/// The error of a call, or `nil` if it had none.
func failure<Value>(_ call: () async throws(APIError) -> Value) async -> APIError? {
    do throws(APIError) {
        _ = try await call()
        return nil
    } catch {
        return error
    }
}

/// Everything that a value shows of itself.
func everythingShown(_ value: Any) -> String {
    var dumped = ""
    dump(value, to: &dumped)
    let localized = (value as? any Error)?.localizedDescription ?? ""
    return [dumped, "\(value)", String(describing: value), String(reflecting: value), localized].joined(
        separator: "\n")
}
