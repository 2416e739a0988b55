/// The pages of a list, each fetched on demand.
///
///     for try await page in client.pets.listPetsPages() { … }
///     for try await pet in client.pets.listPetsPages().items { … }
///
/// The sequence ends after the last page: at the page count that the service states, if there is no link to another
/// page, or before an empty page other than the first. If the service states no count, it also ends before a page whose
/// items were returned before, since a service that repeats itself would never end. Each iteration starts at the first
/// page.
public struct Pages<Page: Sendable, Item: Sendable>: Sendable {
    /// Fetches the page at a position.
    typealias Fetch = @Sendable (Position) async throws(APIError) -> Page

    let start: Position
    let fetch: Fetch
    let itemsOf: @Sendable (Page) -> [Item]?
    /// The position of the next page; `nil` after the last one.
    let next: @Sendable (Position, Page) -> Position?
    /// Whether a page states the page count.
    let isCounted: @Sendable (Page) -> Bool

    /// The position of a page in its list.
    enum Position: Hashable, Sendable {
        /// The page number; `nil` for the default of the service.
        case number(Int?)
        case cursor(String?)
    }

    /// Creates a sequence of pages that are fetched by number.
    ///
    /// - Parameters:
    ///   - number: The number of the first page; with `nil`, the service decides, and is assumed to start with 1.
    ///   - isSingle: Whether there is only one page, for example if the caller requests items by their IDs.
    ///   - count: Returns the page count that a page states, or `nil`.
    ///   - items: Returns the items of a page.
    ///   - fetch: Fetches the page with a number.
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

    /// Creates a sequence of pages that are fetched by cursor.
    ///
    /// - Parameters:
    ///   - cursor: The cursor to start after; `nil` starts with the first page.
    ///   - isSingle: Whether there is only one page, for example if the caller requests items by their IDs.
    ///   - name: The query parameter that holds the cursor.
    ///   - link: Returns the URI of the next page, as a string or a URL; `nil` for the last page.
    ///   - items: Returns the items of a page.
    ///   - fetch: Fetches the page after a cursor.
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

    /// The items of all pages.
    public var items: Items { Items(pages: self) }
}

extension Pages: AsyncSequence {
    public func makeAsyncIterator() -> Iterator { Iterator(pages: self) }

    /// An iterator that fetches one page for each call of `next`.
    public struct Iterator: AsyncIteratorProtocol {
        private let pages: Pages
        private var position: Position?
        private var seen: Set<Position> = []
        /// The hash values of the items of each page, which detect repetitions without keeping the items.
        private var seenItems: Set<Int> = []

        init(pages: Pages) {
            self.pages = pages
            position = pages.start
        }

        /// The next page, or `nil` after the last.
        ///
        /// - Throws: The ``APIError`` of the operation; ``APIError/cancelled(_:)`` in a cancelled task.
        public mutating func next() async throws(APIError) -> Page? {
            try await next(isolation: nil)
        }

        /// As ``next()``, isolated to an actor.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(APIError) -> Page? {
            guard let position, seen.insert(position).inserted else { return nil }
            // Cleared before the fetch, so that a failure ends the sequence.
            self.position = nil
            let isFirst = seen.count == 1
            let page = try await pages.fetch(position)
            let items = pages.itemsOf(page) ?? []
            guard isFirst || !items.isEmpty, !isRepetition(items, of: page) else { return nil }
            self.position = items.isEmpty ? nil : pages.next(position, page)
            return page
        }

        /// Whether the service returned the items of an earlier page under another number or cursor.
        private mutating func isRepetition(_ items: [Item], of page: Page) -> Bool {
            guard !pages.isCounted(page), let items = items as Any as? any Hashable else { return false }
            return !seenItems.insert(AnyHashable(items).hashValue).inserted
        }
    }

    /// The items of all pages. A page is fetched when the items of the one before are used up.
    public struct Items: AsyncSequence, Sendable {
        let pages: Pages

        public func makeAsyncIterator() -> Iterator { Iterator(pages: pages) }

        /// An iterator over the items of all pages.
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
            /// - Throws: The ``APIError`` of the operation; ``APIError/cancelled(_:)`` in a cancelled task.
            public mutating func next() async throws(APIError) -> Item? {
                try await next(isolation: nil)
            }

            /// As ``next()``, isolated to an actor.
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
