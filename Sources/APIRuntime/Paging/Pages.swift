/// The pages of a list, each fetched when it is asked for, and never before.
///
///     for try await page in client.pets.listPetsPages() { … }
///     for try await pet in client.pets.listPetsPages().items { … }
///
/// The sequence ends after the last page: at the count that the service tells, where no further page is named, or
/// before a page without items, unless that is the first. Where the service tells no count it also ends before a page
/// whose items came already, since a service that repeats itself would go on for ever. Each iteration begins at the
/// first page anew.
public struct Pages<Page: Sendable, Item: Sendable>: Sendable {
    /// Fetches a page, and tells how to fetch the next one.
    typealias Fetch = @Sendable (Position) async throws(APIError) -> Page

    let start: Position
    let fetch: Fetch
    let itemsOf: @Sendable (Page) -> [Item]?
    /// The position after a page; `nil` if it is the last one.
    let next: @Sendable (Position, Page) -> Position?
    /// Whether a page tells how many there are.
    let isCounted: @Sendable (Page) -> Bool

    /// Where a page stands in its list.
    enum Position: Hashable, Sendable {
        /// What the caller asked for, or the first page if nothing.
        case number(Int?)
        case cursor(String?)
    }

    /// Pages by number.
    ///
    /// - Parameters:
    ///   - number: The page to begin with; `nil` leaves it to the service, which begins with 1.
    ///   - isSingle: Whether the first page is all there is, as where the caller asks for items by their names.
    ///   - count: How many pages there are, by the word of a page; `nil` if it does not tell.
    ///   - items: The items of a page.
    ///   - fetch: Fetches the page of a number.
    @_spi(Generated) public init(
        from number: Int?,
        isSingle: Bool = false,
        count: @escaping @Sendable (Page) -> Int? = { _ in nil },
        items: @escaping @Sendable (Page) -> [Item]?,
        fetch: @escaping @Sendable (Int?) async throws(APIError) -> Page,
    ) {
        start = .number(number)
        itemsOf = items
        isCounted = { count($0) != nil }
        self.fetch = { position throws(APIError) in
            guard case .number(let number) = position else { return try await fetch(nil) }
            return try await fetch(number)
        }
        next = { position, page in
            guard case .number(let number) = position, !isSingle else { return nil }
            let current = number ?? 1
            if let count = count(page), current >= count { return nil }
            return .number(current + 1)
        }
    }

    /// Pages by cursor.
    ///
    /// - Parameters:
    ///   - cursor: The cursor to begin behind; `nil` begins with the first page.
    ///   - isSingle: Whether the first page is all there is, as where the caller asks for items by their names.
    ///   - name: The parameter of the query that holds the cursor.
    ///   - link: The URI of the next page, by the word of a page, as a text or a URL; `nil` on the last one.
    ///   - items: The items of a page.
    ///   - fetch: Fetches the page behind a cursor.
    @_spi(Generated) public init<Link: CustomStringConvertible & Sendable>(
        after cursor: String?,
        isSingle: Bool = false,
        cursor name: String,
        in link: @escaping @Sendable (Page) -> Link?,
        items: @escaping @Sendable (Page) -> [Item]?,
        fetch: @escaping @Sendable (String?) async throws(APIError) -> Page,
    ) {
        start = .cursor(cursor)
        itemsOf = items
        isCounted = { _ in false }
        self.fetch = { position throws(APIError) in
            guard case .cursor(let cursor) = position else { return try await fetch(nil) }
            return try await fetch(cursor)
        }
        next = { _, page in
            guard !isSingle else { return nil }
            return link(page).flatMap { QueryValue.first(name, inQueryOf: $0.description) }.map {
                .cursor($0)
            }
        }
    }

    /// The items of all pages, one after the other.
    public var items: Items { Items(pages: self) }
}

extension Pages: AsyncSequence {
    public func makeAsyncIterator() -> Iterator { Iterator(pages: self) }

    /// Fetches one page at each call of `next`.
    public struct Iterator: AsyncIteratorProtocol {
        private let pages: Pages
        private var position: Position?
        private var seen: Set<Position> = []
        /// The hash values of the items of each page, which stand for them without keeping them.
        private var seenItems: Set<Int> = []

        init(pages: Pages) {
            self.pages = pages
            position = pages.start
        }

        /// The next page, or `nil` after the last.
        ///
        /// - Throws: What the call of the operation throws; ``APIError/cancelled(_:)`` in a cancelled task.
        public mutating func next() async throws(APIError) -> Page? {
            try await next(isolation: nil)
        }

        public mutating func next(isolation actor: isolated (any Actor)?) async throws(APIError) -> Page? {
            guard let position, seen.insert(position).inserted else { return nil }
            // Forgotten before the fetch, so that a failure ends the sequence.
            self.position = nil
            let isFirst = seen.count == 1
            let page = try await pages.fetch(position)
            let items = pages.itemsOf(page) ?? []
            guard isFirst || !items.isEmpty, !isRepetition(items, of: page) else { return nil }
            self.position = items.isEmpty ? nil : pages.next(position, page)
            return page
        }

        /// Whether the service handed out the items of an earlier page again, under another number or cursor.
        private mutating func isRepetition(_ items: [Item], of page: Page) -> Bool {
            guard !pages.isCounted(page), let items = items as Any as? any Hashable else { return false }
            return !seenItems.insert(AnyHashable(items).hashValue).inserted
        }
    }

    /// The items of all pages, one after the other. A page is fetched when the items of the one before are used up.
    public struct Items: AsyncSequence, Sendable {
        let pages: Pages

        public func makeAsyncIterator() -> Iterator { Iterator(pages: pages) }

        public struct Iterator: AsyncIteratorProtocol {
            private let itemsOf: @Sendable (Page) -> [Item]?
            private var pages: Pages.Iterator
            private var rest: ArraySlice<Item> = []

            init(pages: Pages) {
                itemsOf = pages.itemsOf
                self.pages = pages.makeAsyncIterator()
            }

            /// The next item, or `nil` after the last.
            ///
            /// - Throws: What fetching its page throws.
            public mutating func next() async throws(APIError) -> Item? {
                try await next(isolation: nil)
            }

            public mutating func next(isolation actor: isolated (any Actor)?) async throws(APIError) -> Item?
            {
                while rest.isEmpty {
                    guard let page = try await pages.next(isolation: actor) else { return nil }
                    rest = (itemsOf(page) ?? [])[...]
                }
                return rest.popFirst()
            }
        }
    }
}
