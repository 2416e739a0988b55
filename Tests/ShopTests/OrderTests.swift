import APIRuntime
import Foundation
import OrderModels
import Testing

@Suite struct OrderTests {
    private let sample = #"""
        {"id": "6F9619FF-8B86-D011-B42D-00CF4FC964FF", "name": "N", "state": "LOST", "note": null,
         "items": [{"article": "a", "count": 2, "options": {"wrapping": "paper"}}], "address": null,
         "history": ["2024-01-02T03:04:05Z", null], "labels": {"a": "b"}, "extra": [1, {"x": null}],
         "default": true, "homepage": "https://example.com/", "picture": "AQID", "old_price": 1.5}
        """#

    private func list(_ body: String) async throws(APIError) -> [Order] {
        let transport = InMemoryTransport { _ in .json(body) }
        let client = OrderModelsClient(
            server: "https://orders.example", configuration: ClientConfiguration(transport: transport))
        return try await client.orders.listOrders()
    }

    @Test func decodesAndSendsItAgain() async throws {
        let order = try #require(try await list("[\(sample)]").first)
        #expect(order.state == "LOST")
        #expect(order.address == nil)
        #expect(order.items.first?.options?.wrapping == .paper)
        #expect(order.history?.count == 2)
        #expect(order.picture == Data([1, 2, 3]))
        let text = try await sent(order)
        #expect(!text.contains(#""id""#), "readOnly properties are not sent")
        #expect(text.contains(#""address":null"#))
        #expect(text.contains(#""note":null"#), "required and null is sent as null")
        #expect(text.contains(#""history":["2024-01-02T03:04:05Z",null]"#))
        #expect(text.contains(#""state":"LOST""#))
        #expect(text.contains(#""old_price":1.5"#))
    }

    /// What the client encodes is what came: read-only properties, null, and the form of each value included.
    @Test func keepsAllOfAnOrder() async throws {
        let order = try #require(try await list("[\(sample)]").first)
        let client = OrderModelsClient(server: "https://orders.example")
        let data = try client.encode(order)
        #expect(try client.decode(JSONValue.self, from: data) == client.decode(from: Data(sample.utf8)))
        #expect(try client.decode(Order.self, from: data) == order)
        let mismatch = #expect(throws: PayloadMismatch.self) {
            try client.decode(Order.self, from: Data(#"{"name": {}}"#.utf8))
        }
        #expect(mismatch?.path == "$.name")
    }

    /// A list that was absent is empty, and what is kept goes without it.
    @Test func readsAnAbsentListAsEmpty() async throws {
        let order = try #require(try await list(#"[{"name":"n"}]"#).first)
        #expect(order.items.isEmpty)
        let kept = try OrderModelsClient(server: "https://orders.example").encode(order)
        #expect(String(decoding: kept, as: UTF8.self) == #"{"name":"n"}"#)
    }

    private func sent(_ order: Order) async throws -> String {
        let transport = InMemoryTransport { _ in .json(sample) }
        let client = OrderModelsClient(
            server: "https://orders.example", configuration: ClientConfiguration(transport: transport))
        try await (self as any DeprecatedCalls).send(order, client)
        return String(decoding: transport.requests.first?.body ?? Data(), as: UTF8.self)
    }
}

/// Calls what the document deprecates without a warning: through a requirement that is not deprecated itself.
private protocol DeprecatedCalls {
    func send(_ order: Order, _ client: OrderModelsClient) async throws
}

extension OrderTests: DeprecatedCalls {
    @available(*, deprecated)
    fileprivate func send(_ order: Order, _ client: OrderModelsClient) async throws {
        _ = try await client.orders.createOrder(body: order)
    }
}
