/// The pages of a list, each fetched when it is asked for, and never before.
///
///     for try await page in client.pets.listPetsPages() { … }
///     for try await pet in client.pets.listPetsPages().items { … }
///
/// The sequence ends after the last page: at the count that the service tells, where no further page is named, or
/// at a page without items. It also ends if the service repeats itself, so that it cannot go on for ever. Each
/// iteration begins at the first page anew.
public struct Pages<Page: Sendable, Item: Sendable>: Sendable {
    /// Fetches a page, and tells how to fetch the next one.
    typealias Fetch = @Sendable (Position) async throws(APIError) -> Page

    let start: Position
    let fetch: Fetch
    let itemsOf: @Sendable (Page) -> [Item]?
    /// The position after a page; `nil` if it is the last one.
    let next: @Sendable (Position, Page) -> Position?

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
    ///   - count: How many pages there are, by the word of a page; `nil` if it does not tell.
    ///   - items: The items of a page.
    ///   - fetch: Fetches the page of a number.
    public init(
        from number: Int?,
        count: @escaping @Sendable (Page) -> Int? = { _ in nil },
        items: @escaping @Sendable (Page) -> [Item]?,
        fetch: @escaping @Sendable (Int?) async throws(APIError) -> Page,
    ) {
        start = .number(number)
        itemsOf = items
        self.fetch = { position throws(APIError) in
            guard case .number(let number) = position else { return try await fetch(nil) }
            return try await fetch(number)
        }
        next = { position, page in
            guard case .number(let number) = position else { return nil }
            let current = number ?? 1
            if let count = count(page), current >= count { return nil }
            return .number(current + 1)
        }
    }

    /// Pages by cursor.
    ///
    /// - Parameters:
    ///   - cursor: The cursor to begin behind; `nil` begins with the first page.
    ///   - name: The parameter of the query that holds the cursor.
    ///   - link: The URI of the next page, by the word of a page, as a text or a URL; `nil` on the last one.
    ///   - items: The items of a page.
    ///   - fetch: Fetches the page behind a cursor.
    public init<Link: CustomStringConvertible & Sendable>(
        after cursor: String?,
        cursor name: String,
        in link: @escaping @Sendable (Page) -> Link?,
        items: @escaping @Sendable (Page) -> [Item]?,
        fetch: @escaping @Sendable (String?) async throws(APIError) -> Page,
    ) {
        start = .cursor(cursor)
        itemsOf = items
        self.fetch = { position throws(APIError) in
            guard case .cursor(let cursor) = position else { return try await fetch(nil) }
            return try await fetch(cursor)
        }
        next = { _, page in
            link(page).flatMap { QueryValue.first(name, inQueryOf: $0.description) }.map { .cursor($0) }
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
        private var last: Page?

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
            let page = try await pages.fetch(position)
            guard pages.itemsOf(page)?.isEmpty == false, !isRepetition(page) else { return nil }
            self.position = pages.next(position, page)
            last = page
            return page
        }

        /// Whether the service handed out the last page again under another number or cursor.
        private func isRepetition(_ page: Page) -> Bool {
            guard let last = last as? any Hashable, let page = page as? any Hashable else { return false }
            return AnyHashable(last) == AnyHashable(page)
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
