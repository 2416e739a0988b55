import APIRuntime
import Foundation
import GroupProtocols
import Testing

/// Takes any orders, those of the service or others.
private func ids(of orders: some OrdersAPIProtocol) async throws(APIError) -> [String] {
    let open = try await orders.listOrders(page: nil, state: .open)
    var ids = try await (orders.listOrders().orders + open.orders).map(\.id)
    for try await order in orders.listOrdersPages().items { ids.append(order.id) }
    return ids
}

/// Orders in memory.
private struct OrdersInMemory: OrdersAPIProtocol {
    func listOrders(page: Int?, state: ListOrdersState?) async throws(APIError) -> OrderPage {
        OrderPage(orders: [Order(id: "\(page ?? 0)\(state?.rawValue ?? "")")], pages: 2)
    }

    func placeOrder(body: Order) async throws(APIError) -> Order { body }

    func getOrder(id: String) async throws(APIError) -> Order { Order(id: id) }

    func setPicture(
        id: String, in place: String, default: Bool?, body: any HTTPBody, contentType: String,
    ) async throws(APIError) {}
}

/// Events in memory.
private struct EventsInMemory: EventsAPIProtocol {
    func listEvents() async throws(APIError) -> ResponseStream<Order> {
        ResponseStream(of: [Order(id: "1"), Order(id: "2")])
    }

    func listLinks(after: String?) async throws(APIError) -> OrderPage { OrderPage(orders: []) }
}

/// A protocol for each group, so that something else can take its place.
@Suite struct ProtocolTests {
    @Test func takesOthers() async throws {
        #expect(try await ids(of: OrdersInMemory()) == ["0", "0open", "0", "2"])
        #expect(try await OrdersInMemory().getOrder(id: "7").id == "7")
        #expect(try await OrdersInMemory().placeOrder(body: Order(id: "8")).id == "8")
        #expect(try await OrdersInMemory().placedOrder(Order(id: "9")).id == "9")
    }

    @Test func takesStreamsOfOthers() async throws {
        let events = try await EventsInMemory().listEvents()
        var ids: [String] = []
        for try await event in events {
            ids.append(event.id)
            break
        }
        // Each item comes once.
        for try await event in events { ids.append(event.id) }
        #expect(ids == ["1", "2"])
        #expect(events.status == .ok)
    }

    @Test func takesThoseOfTheClient() async throws {
        let transport = InMemoryTransport { request in
            .json(#"{"orders": [{"id": "\#(request.head.path ?? "")"}], "pages": 1}"#)
        }
        let client = GroupProtocolsClient(
            server: "https://example.com", configuration: ClientConfiguration(transport: transport)
        )
        // The method of the type, which has default values, and that of the protocol.
        #expect(try await client.orders.listOrders().orders.map(\.id) == ["/orders"])
        #expect(try await ids(of: client.orders) == ["/orders", "/orders?state=open", "/orders"])
        let groups: [any Sendable] = [client.orders as any OrdersAPIProtocol, client.events]
        #expect(groups.allSatisfy { $0 is any OrdersAPIProtocol || $0 is any EventsAPIProtocol })
    }
}
