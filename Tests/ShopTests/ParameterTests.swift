import APIRuntime
import Foundation
import OrderParameters
import Testing

@Suite struct ParameterTests {
    private func client(_ transport: InMemoryTransport) -> OrderParametersClient {
        OrderParametersClient(
            server: .live(region: .us), configuration: ClientConfiguration(transport: transport))
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
}
