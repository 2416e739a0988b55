import APIRuntime
import Foundation
import ResponseLinks
import Testing

/// The calls that responses lead to.
@Suite struct LinkTests {
    private let client = ResponseLinksClient(
        server: "https://example.com",
        configuration: ClientConfiguration(
            transport: InMemoryTransport { request in
                let path = request.head.path ?? ""
                if path.hasPrefix("/regions") { return .json(#""north""#) }
                return .json(
                    path.contains("books") || path.contains("?")
                        ? #"["\#(path)"]"# : #"{"id": 0, "name": "\#(path)"}"#)
            }))

    @Test func takesValuesOfTheResponse() async throws {
        let shelf = Shelf(id: 7, name: "poems", bookmark: "b 1")
        let answer = ShelfAnswer(shelf: shelf)
        #expect(try await client.shelves.shelfById(answer).name == "/shelves/7")
        #expect(try await client.shelves.shelfByName(answer).name == "/shelves/poems")
        let books = try await client.books.firstBooks(answer, limit: 3)
        #expect(books == ["/shelves/7/books?after=b%201&limit=3"])
        #expect(
            try await client.books.firstBooks(shelf, response: "r") == ["/shelves/7/books?response=r"])
        #expect(try await client.books.again(shelf) == ["/shelves/7/books"])
    }

    @Test func takesTheResponseItselfAndABody() async throws {
        let region = try await client.shelves.getRegion(region: "r")
        #expect(try await client.shelves.shelf(region).name == "/shelves/north")
        let shelf = Shelf(id: 8, name: "n")
        #expect(
            try await client.shelves.renameShelf(shelf, body: NewShelf(name: "m")).name == "/shelves/8")
    }

    @Test func writesTextsAsParametersOfTheirTypesAre() async throws {
        let key = try #require(UUID(uuidString: "0E37DF36-F698-11E6-8DD4-CB9CED3DF976"))
        var shelf = Shelf(id: 1, name: "n", key: key, kind: .steel, home: URL(string: "https://a.example/b"))
        let found = try await client.shelves.findAlike(shelf)
        #expect(
            found == [
                "/shelves?key=0e37df36-f698-11e6-8dd4-cb9ced3df976&kind=steel&home=https%3A%2F%2Fa.example%2Fb"
            ])
        shelf.kind = nil
        #expect(try await client.shelves.findAlike(shelf).first?.contains("kind") == false)
    }

    @Test func saysWhatTheResponseLacks() async throws {
        let error = await #expect(throws: APIError.self) {
            try await client.shelves.shelfById(ShelfAnswer())
        }
        guard case .invalidRequest(let request)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(
            request.description
                == "getShelf was not sent: shelf is required, and the response has no value at /shelf/id.")
        #expect(request.violations.map(\.rule) == [.required])
        // What is optional is left out.
        let answer = ShelfAnswer(shelf: Shelf(id: 1, name: "n"))
        #expect(try await client.books.firstBooks(answer) == ["/shelves/1/books"])
    }
}
