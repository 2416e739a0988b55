import APIRuntime
import Foundation
import QueryStrings
import Testing

@Suite(.timeLimit(.minutes(1))) struct QueryStringTests {
    private let wire = Wire { QueryStringsClient(server: $0, configuration: $1) }

    @Test func makesAQueryOfAForm() async throws {
        let message = Message(
            to: "a b", tags: ["x", "y"], copies: ["p", "q"], filter: Filter(name: "n"))
        let request = try await wire.sent { try await $0.searches.searchByForm(all: message) }
        #expect(
            request.query == "to=a%20b&tags=x&tags=y&copies=p,q&filter=%7B%22name%22%3A%22n%22%7D")
        let found = await wire.violations {
            try await $0.searches.searchByForm(all: Message(to: String(repeating: "x", count: 21)))
        }
        #expect(found == ["all.to must hold at most 20 characters"])
    }

    @Test func makesAQueryOfJSON() async throws {
        let request = try await wire.sent {
            try await $0.searches.searchByJSON(all: Filter(name: "ä"), session: ["a=b", "c"])
        }
        #expect(request.query == "%7B%22name%22%3A%22%C3%A4%22%7D")
        #expect(request.head.headerFields[.cookie] == "session=a=b; session=c")
        let empty = try await wire.sent { try await $0.searches.searchByJSON() }
        #expect(empty.query == nil)
        let found = await wire.violations { try await $0.searches.searchByJSON(session: ["a;b"]) }
        #expect(
            found == ["session must hold nothing that cookies cannot, such as blanks, commas and semicolons"])
    }
}
