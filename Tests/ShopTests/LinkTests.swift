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
                return .json(path.contains("books") ? #"["\#(path)"]"# : #"{"id": 0, "name": "\#(path)"}"#)
            }))

    @Test func takesValuesOfTheResponse() async throws {
        let shelf = Shelf(id: 7, name: "poems", bookmark: "b 1")
        let answer = ShelfAnswer(shelf: shelf)
        #expect(try await client.shelves.shelfById(from: answer).name == "/shelves/7")
        #expect(try await client.shelves.shelfByName(from: answer).name == "/shelves/poems")
        let books = try await client.books.firstBooks(from: answer, limit: 3)
        #expect(books == ["/shelves/7/books?after=b%201&limit=3"])
        #expect(
            try await client.books.firstBooks(from: shelf, response: "r") == ["/shelves/7/books?response=r"])
        #expect(try await client.books.again(from: shelf) == ["/shelves/7/books"])
    }

    @Test func takesTheResponseItselfAndABody() async throws {
        let region = try await client.shelves.getRegion(region: "r")
        #expect(try await client.shelves.shelf(from: region).name == "/shelves/north")
        let shelf = Shelf(id: 8, name: "n")
        #expect(
            try await client.shelves.renameShelf(from: shelf, body: NewShelf(name: "m")).name == "/shelves/8")
    }

    @Test func saysWhatTheResponseLacks() async throws {
        let error = await #expect(throws: APIError.self) {
            try await client.shelves.shelfById(from: ShelfAnswer())
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
        #expect(try await client.books.firstBooks(from: answer) == ["/shelves/1/books"])
    }
}
