import APIRuntime
import Foundation
import FoundPages
import OrderPages
import Testing

/// Pages that follow one another in every style.
@Suite struct PageTests {
    /// A transport that answers with pages in their order, and then with the last of them.
    private func transport(_ pages: [String], links: [String?] = []) -> InMemoryTransport {
        let count = Counter()
        return InMemoryTransport { _ in
            let number = count.next()
            var response = TransportResponse.json(pages[min(number, pages.count) - 1])
            let link = links.isEmpty ? nil : links[min(number, links.count) - 1]
            if let link, let name = HTTPField.Name("Link") { response.head.headerFields[name] = link }
            return response
        }
    }

    private final class Counter: Sendable {
        private let value = Locked(0)

        func next() -> Int {
            value.withLock {
                $0 += 1
                return $0
            }
        }
    }

    private func found(_ transport: InMemoryTransport) -> FoundPages.ListsAPI {
        FoundPages.ShopClient(
            server: "https://a.b", configuration: ClientConfiguration(transport: transport)
        ).lists
    }

    private func declared(_ transport: InMemoryTransport) -> OrderPages.ArticlesAPI {
        OrderPages.OrderPagesClient(
            server: "https://a.b", configuration: ClientConfiguration(transport: transport)
        ).articles
    }

    private func ids<Page>(_ pages: PageSequence<Page, FoundPages.Item>) async throws -> String {
        var ids = ""
        for try await item in pages.items { ids += item.id }
        return ids
    }

    private func items(_ ids: String) -> String {
        "[" + ids.map { #"{"id": "\#($0)"}"# }.joined(separator: ",") + "]"
    }

    @Test func followsCursors() async throws {
        let transport = transport([
            #"{"items": \#(items("ab")), "next_cursor": "x/="}"#,
            #"{"items": \#(items("c")), "next_cursor": ""}"#,
        ])
        #expect(try await ids(found(transport).listByCursorPages(limit: 2)) == "abc")
        #expect(transport.requests.map(\.query) == ["limit=2", "cursor=x%2F%3D&limit=2"])
    }

    /// Some of its functions have types that older systems cannot show.
    @Test func showsNoFunctions() {
        let pages = found(transport([])).listByCursorPages()
        #expect("\(pages)" == "pages of Item")
        #expect(Mirror(reflecting: pages).children.isEmpty)
    }

    @Test func followsPagesThatAreSometimesMissing() async throws {
        let transport = transport([#"{"items": \#(items("a")), "next_cursor": "b"}"#, ""])
        #expect(try await ids(found(transport).listSometimesPages()) == "a")
        #expect(transport.requests.map(\.query) == [nil, "cursor=b"])
    }

    @Test func followsNestedCursors() async throws {
        let tokens = transport([
            #"{"records": \#(items("a")), "pagination": {"nextPageToken": "t"}}"#,
            #"{"records": \#(items("b"))}"#,
        ])
        #expect(try await ids(found(tokens).listByPageTokenPages()) == "ab")
        #expect(tokens.requests.map(\.query) == [nil, "pageToken=t"])
        let next = transport([
            #"{"data": \#(items("a")), "pages": {"next": {"starting_after": "s"}}}"#,
            #"{"data": \#(items("b")), "pages": {"next": null}}"#,
        ])
        #expect(try await ids(found(next).listByCursorBelowNextPages()) == "ab")
        #expect(next.requests.map(\.query) == [nil, "starting_after=s"])
    }

    @Test func followsLastItems() async throws {
        let transport = transport([
            #"{"data": \#(items("ab")), "has_more": true}"#, #"{"data": \#(items("c")), "has_more": false}"#,
        ])
        #expect(try await ids(found(transport).listByLastItemPages()) == "abc")
        #expect(transport.requests.map(\.query) == [nil, "after=b"])
    }

    @Test func countsPages() async throws {
        let transport = transport([
            #"{"data": \#(items("a")), "meta": {"total_pages": 2}}"#,
            #"{"data": \#(items("b")), "meta": {"total_pages": 2}}"#,
        ])
        #expect(try await ids(found(transport).listByNumberPages()) == "ab")
        #expect(transport.requests.map(\.query) == [nil, "page%5Bnumber%5D=2"])
    }

    @Test func countsItems() async throws {
        let transport = transport([
            #"{"data": \#(items("ab")), "totalCount": 3}"#, #"{"data": \#(items("c")), "totalCount": 3}"#,
        ])
        #expect(try await ids(found(transport).listByOffsetPages(limit: 2)) == "abc")
        #expect(transport.requests.map(\.query) == ["limit=2", "offset=2&limit=2"])
        let alone = self.transport([items("ab"), items("c"), "[]"])
        #expect(try await ids(found(alone).listByOffsetAlonePages(offset: 5)) == "abc")
        #expect(alone.requests.map(\.query) == ["offset=5", "offset=7", "offset=8"])
    }

    @Test func followsLinks() async throws {
        let links = [
            #"</by-link?page=9>; rel="last", <https://a.b/by-link?page=2&x=1>; title="a, b"; rel="prev NEXT""#,
            nil,
        ]
        let transport = transport([items("a"), items("b")], links: links)
        #expect(try await ids(found(transport).listByLinkPages()) == "ab")
        #expect(transport.requests.map(\.query) == [nil, "page=2"])
    }

    /// The last response is that of the last page, also where pages look at responses themselves.
    @Test func tellsTheLastResponse() async throws {
        let transport = transport([items("a"), items("b")], links: ["<?page=2>;rel=next", nil])
        let client = FoundPages.ShopClient(
            server: "https://a.b", configuration: ClientConfiguration(transport: transport))
        let (count, response) = try await client.withResponse { client in
            try await client.lists.listByLinkPages().items.reduce(0) { count, _ in count + 1 }
        }
        #expect(count == 2)
        #expect(response.body == Data(items("b").utf8))
    }

    /// A link to a next page that cannot be followed is not the end.
    @Test func saysThatALinkHasNoCursor() async throws {
        let transport = transport([items("a")], links: ["<https://a.b/by-link?after=1>; rel=next"])
        let error = await #expect(throws: APIError.self) { try await ids(found(transport).listByLinkPages()) }
        #expect(
            error?.description.contains("at the next page: expected a URI with 'page' in its query") == true)
        #expect(transport.requests.count == 1)
    }

    @Test func saysThatACursorIsNoNumber() async throws {
        let transport = transport([items("a")], links: ["<?page=b>; rel=next"])
        let error = await #expect(throws: APIError.self) {
            try await ids(found(transport).listByLinkPages())
        }
        #expect(error?.description.contains("expected a cursor that is a value of Int") == true)
    }

    /// The style is deprecated with its operation, and so is this test.
    @available(*, deprecated)
    @Test func readsWhetherThereAreMore() async throws {
        let transport = transport([
            #"{"events": [{"id": 1}], "more": true}"#, #"{"events": [{"id": 2}], "more": false}"#,
        ])
        var ids: [Int] = []
        for try await event in declared(transport).listEventsPages().items { ids.append(event.id) }
        #expect(ids == [1, 2])
        #expect(transport.requests.map(\.query) == [nil, "sinceId=1"])
    }

    @Test(arguments: [1, nil])
    func readsDeclaredPaths(skip: Double?) async throws {
        let transport = transport([
            #"{"data": {"returns": \#(items("ab"))}, "meta": {"total": 3}}"#,
            #"{"data": {"returns": \#(items("c"))}, "meta": {"total": 3}}"#,
        ])
        var ids = ""
        for try await article in declared(transport).listReturnsPages(skip: skip).items { ids += article.id }
        #expect(ids == (skip == 1 ? "ab" : "abc"))
        #expect(transport.requests.map(\.query) == (skip == 1 ? ["skip=1"] : [nil, "skip=2"]))
    }
}
