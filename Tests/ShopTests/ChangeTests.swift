import APIRuntime
import Foundation
import OrderChanges
import Testing

@Suite struct ChangeTests {
    private func client(_ transport: InMemoryTransport) -> OrderChangesClient {
        OrderChangesClient(
            server: "https://us.orders.example/v2", configuration: ClientConfiguration(transport: transport))
    }

    private func body(_ transport: InMemoryTransport) -> String {
        String(decoding: transport.requests.first?.body ?? Data(), as: UTF8.self)
    }

    @Test func sendsThreeStates() async throws {
        let transport = InMemoryTransport()
        let change = OrderChange(
            name: "N", note: .null, state: "open", due: CalendarDate(year: 2024, month: 1, day: 2))
        try await client(transport).orders.updateOrder(orderID: "abc", body: change)
        #expect(body(transport) == #"{"due":"2024-01-02","name":"N","note":null,"state":"open"}"#)
        #expect(transport.requests.first?.head.headerFields[.contentType] == "application/json")
    }

    @Test func sendsNothingForAnAbsentBody() async throws {
        let transport = InMemoryTransport()
        try await client(transport).orders.updateOrder(orderID: "abc")
        #expect(transport.requests.first?.body == nil)
        #expect(transport.requests.first?.head.headerFields[.contentType] == nil)
    }

    @Test func checksLimitsOfBodies() async throws {
        let transport = InMemoryTransport()
        let error = await #expect(throws: APIError.self) {
            try await client(transport).orders.updateOrder(
                orderID: "A1", body: OrderChange(name: String(repeating: "n", count: 81)))
        }
        guard case .invalidRequest(let failure) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.violations.map(\.path) == ["orderId", "$.name"])
    }
}
