import APIOAuth
import APIRuntime
import GenesysCloud
import SnapTrade
import Testing

/// A call of a generated method, and the request and the answer that belong to it.
struct Call: Sendable, CustomTestStringConvertible {
    let operation: String
    /// Path and query as they go out, without what the credentials add.
    let target: String
    /// The JSON that goes out.
    let body: String?
    /// The JSON that comes back, with status 200; without it, the status is 204.
    let answer: String?
    /// Makes the call over a transport to a server.
    let send: @Sendable (any ClientTransport, String) async throws -> Void

    var testDescription: String { "\(operation) \(target)" }

    static let genesysCloud =
        actionMaps + actionTargets + actionTemplates + outcomes + segments + segmentAssignments + events

    static let all = genesysCloud + connections

    static let token = "access-token-1"
}

extension Call {
    /// A call of Genesys Cloud.
    static func journey(
        _ operation: String, _ target: String, body: String? = nil, answer: String? = nil,
        send: @escaping @Sendable (JourneyAPI) async throws -> Void,
    ) -> Call {
        Call(operation: operation, target: target, body: body, answer: answer) { transport, server in
            let client = GenesysCloudClient(
                oauth: .token(token), server: APIServer(server),
                configuration: ClientConfiguration(transport: transport))
            try await send(client.journey)
        }
    }

    /// A call of SnapTrade.
    static func connection(
        _ operation: String, _ target: String, answer: String? = nil,
        send: @escaping @Sendable (ConnectionsAPI) async throws -> Void,
    ) -> Call {
        Call(operation: operation, target: target, body: nil, answer: answer) { transport, server in
            let client = SnapTradeClient(
                clientID: "client-1", consumerKey: "key-1", server: APIServer(server),
                configuration: ClientConfiguration(transport: transport))
            try await send(client.connections)
        }
    }
}
