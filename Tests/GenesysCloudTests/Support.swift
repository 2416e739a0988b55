import APIOAuth
import APIRuntime
import Foundation
import GenesysCloud

extension GenesysCloudClient {
    static func forTests(
        _ transport: any ClientTransport, server: APIServer<GenesysCloudClient> = .region(),
    ) -> GenesysCloudClient {
        // Failures are answers like any other here.
        GenesysCloudClient(
            oauth: .token("access-token-1"), server: server,
            configuration: ClientConfiguration(transport: transport)
        ).with { $0.retries = .never }
    }
}

/// The requests of a call, which is answered with JSON.
func requests(
    answer: String = "{}", _ call: (JourneyAPI) async throws -> Void,
) async throws -> [TransportRequest] {
    let transport = InMemoryTransport { _ in .json(answer) }
    try await call(GenesysCloudClient.forTests(transport).journey)
    return transport.requests
}

/// The query of a call as it goes out; `nil` if there is none.
func query(_ call: (JourneyAPI) async throws -> Void) async throws -> String? {
    try await requests(call).first?.query
}

/// The body of a call as it goes out; `nil` if there is none.
func body(_ call: (JourneyAPI) async throws -> Void) async throws -> String? {
    try await requests(answer: Sample.any, call).first?.body.map { String(decoding: $0, as: UTF8.self) }
}

/// The error of a call, and how many requests it sent.
func failure(
    answer response: TransportResponse = .json("{}"), _ call: (JourneyAPI) async throws -> Void,
) async -> (error: APIError?, count: Int) {
    let transport = InMemoryTransport { _ in response }
    do {
        try await call(GenesysCloudClient.forTests(transport).journey)
        return (nil, transport.requests.count)
    } catch {
        return (error as? APIError, transport.requests.count)
    }
}

enum Sample {
    /// An answer that fits each model that is sent and received.
    static let any = #"{"displayName": "n", "name": "n", "mediaType": "webchat", "state": "Active"}"#
}

/// JSON as values, so that blanks and the order of members make no difference.
func json(_ text: String?) throws -> JSONValue? {
    try text.map { try JSONDecoder().decode(JSONValue.self, from: Data($0.utf8)) }
}
