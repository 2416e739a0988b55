import APIRuntime
import Loopback

extension ScriptedServer {
    /// Runs a test with a client of a server that plays its script once for each connection.
    static func run<Client>(
        _ wire: Wire<Client>,
        _ script: @escaping @Sendable (Peer, _ head: String) async throws -> Void,
        _ test: (Client) async throws -> Void,
    ) async throws {
        try await serve(script) { try await test(wire.client(at: $0)) }
    }
}
