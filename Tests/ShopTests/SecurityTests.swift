import APIRuntime
import Foundation
import OrderSecurity
import Testing

@Suite struct SecurityTests {
    private func client(
        _ transport: InMemoryTransport,
        apiKey: String? = "key",
        username: String? = nil,
        password: String? = nil,
    ) -> OrderSecurityClient {
        OrderSecurityClient(
            apiKey: apiKey, username: username, password: password,
            server: "https://us.orders.example/v2",
            configuration: ClientConfiguration(transport: transport))
    }

    @Test func picksTheAlternativeThatIsThere() async throws {
        let transport = InMemoryTransport { _ in .json("null") }
        _ = try await client(transport).general.ping()
        _ = try await client(transport, apiKey: nil, username: "me", password: "pw").general.ping()
        let fields = transport.requests.map(\.head.headerFields)
        #expect(fields[0][try #require(HTTPField.Name("X-API-Key"))] == "key")
        #expect(fields[1][.authorization] == "Basic bWU6cHc=")
    }

    @Test func asksForCredentialsOnlyWhereNeeded() async throws {
        let transport = InMemoryTransport()
        let bare = client(transport, apiKey: nil)
        try await bare.orders.removeOrder(orderID: 7)
        #expect(transport.requests.first?.head.path == "/v2/orders/7")
        await #expect(throws: APIError.self) { try await bare.general.ping() }
        #expect(transport.requests.count == 1)
    }

    @Test func decodesNullAsNil() async throws {
        #expect(try await client(InMemoryTransport { _ in .json("null") }).general.ping() == nil)
        #expect(try await client(InMemoryTransport { _ in .json(#""pong""#) }).general.ping() == "pong")
    }
}
