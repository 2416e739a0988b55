@_spi(Generated) import APIRuntime
import Foundation
import Testing

private struct ItemsClient: ServiceClient {
    var api: APIClient

    func item(_ id: Int) async throws(APIError) -> [String: Int] {
        var request = Request(.get, "/items/{id}", operation: "getItem")
        request.path("id", id)
        return try await api.send(request)
    }
}

@Suite struct ServiceClientTests {
    private let transport = InMemoryTransport { request in
        .json("{\"id\":\(request.path.dropFirst("/items/".count))}")
    }

    private var items: ItemsClient { ItemsClient(api: client(transport)) }

    @Test func changesOptionsOfACopy() async throws {
        let name = try #require(HTTPField.Name("X-Trace"))
        _ = try await items.with {
            $0.timeout = .seconds(5)
            $0.headers[name] = "1"
        }.item(1)
        _ = try await items.item(2)
        #expect(transport.requests.map(\.timeout) == [.seconds(5), .seconds(600)])
        #expect(transport.requests.map { $0.head.headerFields[name] } == ["1", nil])
    }

    @Test func returnsTheLastResponse() async throws {
        let (value, response) = try await items.withResponse { items in
            _ = try await items.item(1)
            return try await items.item(2)
        }
        #expect(value == ["id": 2])
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "application/json")
        #expect(response.body == Data(#"{"id":2}"#.utf8))
    }

    @Test func needsACall() async {
        await #expect(throws: MissingResponse.self) { try await items.withResponse { _ in 1 } }
    }

    @Test func throwsWhatTheClosureThrows() async {
        let broken = ItemsClient(api: client(InMemoryTransport { _ in .json("[]") }))
        await #expect(throws: APIError.self) { try await broken.withResponse { try await $0.item(1) } }
    }

    @MainActor @Test func isUsedFromTheMainActor() async throws {
        var seen: [Int] = []
        let (_, response) = try await items.withResponse { items in
            seen.append(try await items.item(7)["id"] ?? 0)
        }
        #expect(seen == [7])
        #expect(response.operation == "getItem")
    }
}
