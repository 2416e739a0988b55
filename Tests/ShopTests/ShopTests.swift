import APIRuntime
import Foundation
import Shop
import Testing

/// Calls the client that the generator makes of `GeneratorTests/Cases/orders`.
@Suite struct ShopTests {
    private func client(
        _ transport: InMemoryTransport,
        apiKey: String? = "key",
        username: String? = nil,
        password: String? = nil,
        server: Server<ShopClient> = .live(region: .us),
    ) -> ShopClient {
        ShopClient(
            apiKey: apiKey,
            username: username,
            password: password,
            server: server,
            configuration: ClientConfiguration(transport: transport),
        )
    }

    private func body(_ transport: InMemoryTransport) -> String {
        String(decoding: transport.requests.first?.body ?? Data(), as: UTF8.self)
    }

    @Test func writesEachParameter() async throws {
        let transport = InMemoryTransport { _ in .json("[]") }
        _ = try await client(transport).orders.listOrders(
            xTraceID: "t1",
            pageSize: 200,
            queryFields: ["a b", "c|d"],
            queryValue: "x/y?z&",
            state: .inTransit,
            request: false,
            in: "",
            since: CalendarDate(year: 2024, month: 2, day: 29),
            session: "s;1",
        )
        let request = try #require(transport.requests.first)
        #expect(request.head.authority == "us.orders.example")
        let query =
            "pageSize=200&queryFields=a%20b%7Cc%7Cd&queryValue=x/y?z%26&state=in-transit&request=false&in="
            + "&since=2024-02-29"
        #expect(request.head.path == "/v2/orders?\(query)")
        #expect(request.head.headerFields[try #require(HTTPField.Name("X-Trace-Id"))] == "t1")
        #expect(request.head.headerFields[.cookie] == "session=s%3B1")
    }

    @Test func reportsEachBrokenRuleAtOnce() async throws {
        let transport = InMemoryTransport()
        let error = await #expect(throws: APIError.self) {
            try await client(transport).orders.listOrders(
                xTraceID: String(repeating: "x", count: 65),
                pageSize: 0,
                ids: ["a", "", "a"],
                queryValue: "v",
                session: "bad\r\nSet-Cookie: secret",
            )
        }
        guard case .invalidRequest(let failure) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(transport.requests.isEmpty)
        let messages = failure.violations.map(\.message)
        for message in [
            "X-Trace-Id must hold at most 64 characters", "pageSize must be at least 1",
            "ids must not hold the same item twice", "ids[1] must hold at least 1 character",
            "queryValue requires queryFields", "pageSize excludes ids",
        ] {
            #expect(messages.contains(message), "\(messages)")
        }
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

@Suite struct OrderTests {
    private let sample = #"""
        {"id": "6F9619FF-8B86-D011-B42D-00CF4FC964FF", "name": "N", "state": "LOST", "note": null,
         "items": [{"article": "a", "count": 2, "options": {"wrapping": "paper"}}], "address": null,
         "history": ["2024-01-02T03:04:05Z", null], "labels": {"a": "b"}, "extra": [1, {"x": null}],
         "default": true, "homepage": "https://example.com/", "picture": "AQID", "old_price": 1.5}
        """#

    private func list(_ body: String) async throws(APIError) -> [Order] {
        let transport = InMemoryTransport { _ in .json(body) }
        let client = ShopClient(apiKey: "key", configuration: ClientConfiguration(transport: transport))
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
        let client = ShopClient(apiKey: "key")
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
        let kept = try ShopClient(apiKey: "key").encode(order)
        #expect(String(decoding: kept, as: UTF8.self) == #"{"name":"n"}"#)
    }

    private func sent(_ order: Order) async throws -> String {
        let transport = InMemoryTransport { _ in .json(sample) }
        let client = ShopClient(apiKey: "key", configuration: ClientConfiguration(transport: transport))
        try await (self as any DeprecatedCalls).send(order, client)
        return String(decoding: transport.requests.first?.body ?? Data(), as: UTF8.self)
    }
}

/// Calls what the document deprecates without a warning: through a requirement that is not deprecated itself.
private protocol DeprecatedCalls {
    func send(_ order: Order, _ client: ShopClient) async throws
}

extension OrderTests: DeprecatedCalls {
    @available(*, deprecated)
    fileprivate func send(_ order: Order, _ client: ShopClient) async throws {
        _ = try await client.orders.createOrder(body: order)
    }
}
