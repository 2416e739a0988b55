import APIRuntime
import Foundation
import Testing

/// What a user of a generated client sees, from the call to the wire and back.
@Suite struct LibraryClientTests {
    private let id = UUID(uuidString: "87b24961-b51e-4db8-9226-f198f6518a89") ?? UUID()

    private func library(_ transport: InMemoryTransport) -> LibraryClient {
        let configuration = ClientConfiguration(
            transport: transport, now: { Date(timeIntervalSince1970: 1_700_000_000) })
        return LibraryClient(appID: "app", appSecret: "key", configuration: configuration)
    }

    @Test func lists() async throws {
        let transport = InMemoryTransport { _ in
            .json(
                #"[{"id":"87B24961-B51E-4DB8-9226-F198F6518A89","published_at":"2023-11-14T22:13:20Z","new":1}]"#
            )
        }
        let books = try await library(transport).books.listBooks(
            pageSize: 25, sortBy: ["title", "-id"], genre: "new genre", traceID: "abc")
        #expect(books.map(\.id) == [id])
        #expect(books.first?.published == Date(timeIntervalSince1970: 1_700_000_000))
        #expect(books.first?.additionalProperties == ["new": 1])
        #expect(transport.requests.map(\.operation) == ["listBooks"])
        #expect(
            transport.requests.first?.head.path
                == "/v1/books?pageSize=25&sortBy=title%7C-id&genre=new%20genre&appId=app&time=1700000000")
    }

    @Test func updates() async throws {
        let transport = InMemoryTransport { _ in .empty() }
        let update = BookUpdate(title: "Odes", subtitle: .null, tags: [])
        let book = try await library(transport).books.updateBook(shelf: "a/b", id: id, pin: "1", body: update)
        #expect(book == nil)
        let request = try #require(transport.requests.first)
        #expect(request.head.method == .patch)
        #expect(
            request.head.path
                == "/v1/shelves/a%2Fb/books/87b24961-b51e-4db8-9226-f198f6518a89?pin=1&appId=app&time=1700000000"
        )
        #expect(request.body == Data(#"{"subtitle":null,"tags":[],"title":"Odes"}"#.utf8))
    }

    @Test func removesWithoutCredentials() async throws {
        let transport = InMemoryTransport()
        try await library(transport).books.removeBook(id: id)
        #expect(transport.requests.first?.head.path == "/v1/books/87b24961-b51e-4db8-9226-f198f6518a89")
        #expect(transport.requests.first?.head.headerFields.isEmpty == true)
    }

    @Test func refusesWhatTheDocumentForbids() async {
        let error = await failure { () throws(APIError) in
            try await library(InMemoryTransport()).books.listBooks(
                pageSize: 0, sortBy: ["a", "a", "b"], ids: [id], traceID: "ABC")
        }
        guard case .invalidRequest(let invalid)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(
            invalid.violations.map(\.rule.rawValue) == [
                "minimum", "maxItems", "uniqueItems", "pattern", "mutuallyExclusive", "mutuallyExclusive",
            ])
    }

    @Test func readsProblems() async {
        let transport = InMemoryTransport { _ in .json(#"{"message":"changed"}"#, status: .conflict) }
        let error = await failure { () throws(APIError) in
            try await library(transport).books.updateBook(shelf: "s", id: id, pin: "1", body: BookUpdate())
        }
        guard case .status(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.body(as: Problem.self)?.message == "changed")
    }
}
