import APIRuntime
import Foundation
import Testing
import Wire

/// What OpenAPI 3.2 adds to requests.
@Suite struct VersionTests {
    @Test func sendsMethodsOfAnyName() async throws {
        let transport = InMemoryTransport { $0.operation == "search" ? .json("[]") : .empty() }
        _ = try await client(transport).searches.search(body: Filter(name: "a"))
        try await client(transport).searches.copySearch()
        #expect(transport.requests.map(\.head.method.rawValue) == ["QUERY", "COPY"])
        #expect(transport.requests.map(\.text) == [#"{"name":"a"}"#, ""])
        #expect(transport.requests.map(\.accept) == ["application/json", "application/json"])
    }

    @Test(.timeLimit(.minutes(1))) func sendsMethodsOfAnyNameOverHTTP() async throws {
        try await ScriptedServer.run { peer, head in
            #expect(head.hasPrefix("QUERY /search "))
            let body = try await peer.receive(12)
            #expect(body == #"{"name":"a"}"#)
            try await peer.begin("application/json")
            try await peer.send(#"["found"]"#)
        } _: { client in
            let found = try await client.searches.search(body: Filter(name: "a"))
            #expect(found == ["found"])
        }
    }

    @Test func makesAQueryOfAForm() async throws {
        let message = Message(
            to: "a b", tags: ["x", "y"], copies: ["p", "q"], filter: Filter(name: "n"))
        let request = try await sent { try await $0.searches.searchByForm(all: message) }
        #expect(
            request.query == "to=a%20b&tags=x&tags=y&copies=p,q&filter=%7B%22name%22%3A%22n%22%7D")
        let found = await violations {
            try await $0.searches.searchByForm(all: Message(to: String(repeating: "x", count: 21)))
        }
        #expect(found == ["all.to must hold at most 20 characters"])
    }

    @Test func makesAQueryOfJSON() async throws {
        let request = try await sent {
            try await $0.searches.searchByJSON(all: Filter(name: "ä"), session: ["a=b", "c"])
        }
        #expect(request.query == "%7B%22name%22%3A%22%C3%A4%22%7D")
        #expect(request.head.headerFields[.cookie] == "session=a=b; session=c")
        let empty = try await sent { try await $0.searches.searchByJSON() }
        #expect(empty.query == nil)
        let found = await violations { try await $0.searches.searchByJSON(session: ["a;b"]) }
        #expect(
            found == ["session must hold nothing that cookies cannot, such as blanks, commas and semicolons"])
    }

    @Test func goesToPathsThatAreReferredTo() async throws {
        let transport = InMemoryTransport()
        try await client(transport).places.checkPage(id: "a/b", lang: "de")
        try await client(transport).places.removePage(id: "1")
        #expect(transport.requests.map(\.head.method) == [.head, .delete])
        #expect(
            transport.requests.map(\.head.path) == [
                "/v1/%C3%BCber%20uns/a%2Fb?lang=de", "/v1/%C3%BCber%20uns/1",
            ])
    }

    @Test func decodesWhatTheServiceSendsByItself() throws {
        let game: Webhooks.Game = try Webhooks.decode(from: Data(#"{"id": "1"}"#.utf8))
        #expect(game == Game(id: "1"))
        let over = try Webhooks.decode(
            Webhooks.GameOver.self, from: Data(#"{"winner": "b", "at": "2026-01-02T03:04:05Z"}"#.utf8))
        #expect(over.at == Date(timeIntervalSince1970: 1_767_323_045))
        #expect(
            try Callbacks.decode(Callbacks.CreateChatOnAnswer.self, from: Data(#"{"text": ""}"#.utf8)).text
                == "")
        let error = #expect(throws: PayloadMismatch.self) {
            try Webhooks.decode(Webhooks.GameOver.self, from: Data(#"{"winner": [5]}"#.utf8))
        }
        #expect(error?.path == "$.winner")
        #expect(error?.found == "an array")
    }
}
