@_spi(Generated) import APIRuntime
import Foundation
import Testing

/// Response headers, read as values.
@Suite struct ResponseHeaderTests {
    private struct Client: ServiceClient {
        var api: APIClient
    }

    private func response(_ fields: [(String, String)], status: Int = 200) async throws -> APIResponse {
        let client = Client(api: client(transport(fields, status: status)))
        return try await client.withResponse { try await $0.api.send(Request(.get, "/", operation: "get")) }.1
    }

    private func transport(_ fields: [(String, String)], status: Int) -> InMemoryTransport {
        InMemoryTransport { _ in
            var response = TransportResponse.empty(status: .init(code: status))
            for (name, value) in fields {
                let name = try #require(HTTPField.Name(name))
                response.head.headerFields.append(HTTPField(name: name, value: value))
            }
            return response
        }
    }

    /// The value of a header with one line.
    private func value<Value: HeaderValue>(
        _ text: String, as type: Value.Type = Value.self,
    ) async throws -> Value? {
        try await response([("X-A", text)])[ResponseHeader("X-A")]
    }

    @Test func readsValues() async throws {
        #expect(try await value("a, b") == "a, b")
        #expect(try await value("7") == 7)
        #expect(try await value("18446744073709551615") == UInt64.max)
        #expect(try await value("1.5") == 1.5)
        #expect(try await value("0.1") == Decimal(string: "0.1"))
        #expect(try await value("True") == true)
        #expect(try await value("2026-01-31") == CalendarDate(year: 2026, month: 1, day: 31))
        let date = Date(timeIntervalSince1970: 784_111_777)
        #expect(try await value("Sun, 06 Nov 1994 08:49:37 GMT") == date)
        #expect(try await value("1994-11-06T08:49:37Z") == date)
        #expect(try await value("https://a.b/c?d") == URL(string: "https://a.b/c?d"))
        let id = UUID()
        #expect(try await value(id.uuidString.lowercased()) == id)
        #expect(try await value("1, 2,,3") == [1, 2, 3])
        #expect(try await value("") == [Int]())
    }

    @Test func readsNothingElse() async throws {
        #expect(try await value("x", as: Int.self) == nil)
        #expect(try await value("1.5", as: Int.self) == nil)
        #expect(try await value("yes", as: Bool.self) == nil)
        #expect(try await value("today", as: Date.self) == nil)
        #expect(try await value("1, x", as: [Int].self) == nil)
        #expect(try await response([])[ResponseHeader<String>("X-A")] == nil)
        #expect(try await response([("X-A", "1")])[ResponseHeader<String>("X A")] == nil)
    }

    @Test func keepsLinesApart() async throws {
        let cookies = ["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "b=2"]
        let response = try await response(
            cookies.map { ("Set-Cookie", $0) } + [("x-a", "1"), ("X-A", "2, 3")])
        #expect(response[ResponseHeader<[String]>("Set-Cookie")] == cookies)
        #expect(response[ResponseHeader<[Int]>("X-A")] == [1, 2, 3])
        #expect(response[ResponseHeader<String>("X-A")] == "1, 2, 3")
    }

    @Test func readsHeadersOfFailuresAndStreams() async throws {
        let header = ResponseHeader<Int>("X-A")
        let error = await failure { () throws(APIError) in
            try await client(transport([("X-A", "1")], status: 404)).send(
                Request(.get, "/", operation: "get"))
        }
        #expect(error?.statusFailure?[header] == 1)
        let stream: ResponseStream<JSONValue> = try await client(transport([("X-A", "2")], status: 200))
            .stream(Request(.get, "/", operation: "get"), as: .jsonLines)
        #expect(stream[header] == 2)
    }
}
