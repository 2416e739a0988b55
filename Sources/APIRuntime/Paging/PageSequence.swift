/// The pages of a list, each fetched on demand.
///
///     for try await page in client.pets.listPetsPages() { … }
///     for try await pet in client.pets.listPetsPages().items { … }
///
/// The sequence ends after the last page: at the page count, the number of items or the Boolean that the service states,
/// or if there is no cursor or link to another page. It also ends at an empty page, by cursors and links at the third one
/// in a row, since a service may filter what a page holds, unless the service states that there are more. Empty pages
/// other than the first are left out. If the service states no count, it ends before a page whose items were returned
/// before, since a service that repeats itself would never end. Each iteration starts at the first page.
public struct PageSequence<Page: Sendable, Item: Sendable>: Sendable {
    /// The position of a page: its number, its offset or its cursor; `nil` for the default of the service.
    typealias Position = String?

    let start: Position
    let fetch: @Sendable (Position, ResponseLog) async throws(APIError) -> Page
    let itemsOf: @Sendable (Page) -> [Item]?
    /// The position of the next page; `nil` after the last one.
    let next: @Sendable (Position, Page, ResponseLog) throws(APIError) -> String?
    /// Whether a page states the page count.
    var isCounted: @Sendable (Page) -> Bool = { _ in false }
    /// The number of empty pages in a row that end the sequence, unless the service states that there are more.
    var mostEmptyPages = 1
    /// Whether a page states that there are more, or that there are not; `nil` if it states neither.
    let more: @Sendable (Page) -> Bool?

    /// The items of all pages.
    public var items: Items { Items(pages: self) }
}

extension PageSequence: AsyncSequence {
    public func makeAsyncIterator() -> Iterator { Iterator(pages: self) }

    /// An iterator that fetches one page for each call of `next`.
    public struct Iterator: AsyncIteratorProtocol {
        private let pages: PageSequence
        /// `nil` at the end.
        private var position: Position?
        private var seen: Set<Position> = []
        /// The hash values of the items of each page, which detect repetitions without keeping the items.
        private var seenItems: Set<Int> = []
        /// The number of empty pages in a row.
        private var emptyPages = 0

        init(pages: PageSequence) {
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
            while let position, seen.insert(position).inserted {
                // Cleared before the fetch, so that a failure ends the sequence.
                self.position = nil
                let log = ResponseLog()
                let page = try await pages.fetch(position, log)
                let items = pages.itemsOf(page) ?? []
                let more = pages.more(page)
                if more != true, isRepetition(items, of: page) { return nil }
                emptyPages = items.isEmpty ? emptyPages + 1 : 0
                let goesOn = !items.isEmpty || more == true || emptyPages < pages.mostEmptyPages
                if goesOn, more != false, let next = try pages.next(position, page, log) {
                    self.position = .some(next)
                }
                if seen.count == 1 || !items.isEmpty { return page }
            }
            return nil
        }

        /// Whether the service returned the items of an earlier page under another number or cursor.
        private mutating func isRepetition(_ items: [Item], of page: Page) -> Bool {
            guard !pages.isCounted(page), !items.isEmpty, let items = items as Any as? any Hashable else {
                return false
            }
            return !seenItems.insert(AnyHashable(items).hashValue).inserted
        }
    }

    /// The items of all pages. A page is fetched when the items of the one before are used up.
    public struct Items: AsyncSequence, Sendable {
        let pages: PageSequence

        public func makeAsyncIterator() -> Iterator { Iterator(pages: pages) }

        /// An iterator over the items of all pages.
        public struct Iterator: AsyncIteratorProtocol {
            private let itemsOf: @Sendable (Page) -> [Item]?
            private var pages: PageSequence.Iterator
            private var rest: ArraySlice<Item> = []

            init(pages: PageSequence) {
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

extension PageSequence: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "pages of \(Item.self)" }
    public var debugDescription: String { description }
    /// Omits the functions: before macOS 15 and iOS 18, a type with a typed error cannot be reflected.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
