@_spi(Generated) extension PageSequence {
    /// Creates a sequence of pages that are fetched by number.
    ///
    /// - Parameters:
    ///   - number: The number of the first page; with `nil`, the service decides, and is assumed to start with 1.
    ///   - isSingle: Whether there is only one page, for example if the caller requests items by their IDs.
    ///   - count: Returns the page count that a page states, or `nil`.
    ///   - more: Returns whether a page states that there is another one, or `nil`.
    ///   - items: Returns the items of a page.
    ///   - fetch: Fetches the page with a number.
    public init<Number: LosslessStringConvertible & Sendable>(
        from number: Number?,
        isSingle: Bool = false,
        count: @escaping @Sendable (Page) -> Int? = { _ in nil },
        more: @escaping @Sendable (Page) -> Bool? = { _ in nil },
        items: @escaping @Sendable (Page) -> [Item]?,
        fetch: @escaping @Sendable (Number?) async throws(APIError) -> Page,
    ) {
        self.init(from: number, items: items, more: more, fetch: fetch) { position, page, _ in
            let current = position.flatMap(Int.init(exactlyWritten:)) ?? 1
            if isSingle { return nil }
            if let count = count(page), current >= count { return nil }
            return String(current + 1)
        }
        isCounted = { count($0) != nil }
    }

    /// Creates a sequence of pages that are fetched by the number of items in front of them.
    ///
    /// - Parameters:
    ///   - offset: The offset of the first page; with `nil`, 0.
    ///   - isSingle: Whether there is only one page.
    ///   - total: Returns the number of all items that a page states, or `nil`.
    ///   - more: Returns whether a page states that there is another one, or `nil`.
    ///   - items: Returns the items of a page.
    ///   - fetch: Fetches the page at an offset.
    public init<Number: LosslessStringConvertible & Sendable>(
        offset: Number?,
        isSingle: Bool = false,
        total: @escaping @Sendable (Page) -> Int? = { _ in nil },
        more: @escaping @Sendable (Page) -> Bool? = { _ in nil },
        items: @escaping @Sendable (Page) -> [Item]?,
        fetch: @escaping @Sendable (Number?) async throws(APIError) -> Page,
    ) {
        self.init(from: offset, items: items, more: more, fetch: fetch) { position, page, _ in
            let current = position.flatMap(Int.init(exactlyWritten:)) ?? 0
            let next = current + (items(page)?.count ?? 0)
            guard !isSingle, next > current else { return nil }
            if let total = total(page), next >= total { return nil }
            return String(next)
        }
        isCounted = { total($0) != nil }
    }

    /// Creates a sequence of pages that are fetched by cursor.
    ///
    /// - Parameters:
    ///   - cursor: The cursor to start after; `nil` starts with the first page.
    ///   - isSingle: Whether there is only one page, for example if the caller requests items by their IDs.
    ///   - name: The query parameter that holds the cursor.
    ///   - link: Returns the cursor of the next page, or its URI, as a string or a URL. `nil`, or a URI without a cursor,
    ///     for the last page.
    ///   - more: Returns whether a page states that there is another one, or `nil`.
    ///   - items: Returns the items of a page.
    ///   - fetch: Fetches the page after a cursor.
    public init<Cursor: LosslessStringConvertible & Sendable, Link: CustomStringConvertible & Sendable>(
        after cursor: Cursor?,
        isSingle: Bool = false,
        cursor name: String,
        in link: @escaping @Sendable (Page) -> Link?,
        more: @escaping @Sendable (Page) -> Bool? = { _ in nil },
        items: @escaping @Sendable (Page) -> [Item]?,
        fetch: @escaping @Sendable (Cursor?) async throws(APIError) -> Page,
    ) {
        self.init(from: cursor, items: items, more: more, fetch: fetch) { _, page, _ in
            guard !isSingle, let link = link(page)?.description, !link.isEmpty else { return nil }
            return PageLink(link).cursor(name)
        }
        mostEmptyPages = 3
    }

    /// Creates a sequence of pages that are fetched by a property of the last item of the page before.
    ///
    /// - Parameters:
    ///   - cursor: The cursor to start after; `nil` starts with the first page.
    ///   - isSingle: Whether there is only one page.
    ///   - id: Returns the cursor of an item.
    ///   - more: Returns whether a page states that there is another one, or `nil`.
    ///   - items: Returns the items of a page.
    ///   - fetch: Fetches the page after a cursor.
    public init<Cursor: LosslessStringConvertible & Sendable, ID: CustomStringConvertible & Sendable>(
        after cursor: Cursor?,
        isSingle: Bool = false,
        last id: @escaping @Sendable (Item) -> ID?,
        more: @escaping @Sendable (Page) -> Bool? = { _ in nil },
        items: @escaping @Sendable (Page) -> [Item]?,
        fetch: @escaping @Sendable (Cursor?) async throws(APIError) -> Page,
    ) {
        self.init(from: cursor, items: items, more: more, fetch: fetch) { _, page, _ in
            isSingle ? nil : items(page)?.last.flatMap(id)?.description
        }
    }

    /// Creates a sequence of pages that are fetched by the `Link` header of the page before (RFC 8288).
    ///
    /// - Parameters:
    ///   - cursor: The cursor to start after; `nil` starts with the first page.
    ///   - isSingle: Whether there is only one page.
    ///   - name: The query parameter that takes its value from the URI of the next page.
    ///   - more: Returns whether a page states that there is another one, or `nil`.
    ///   - items: Returns the items of a page.
    ///   - fetch: Fetches the page after a cursor, and writes its response to a log.
    public init<Cursor: LosslessStringConvertible & Sendable>(
        after cursor: Cursor?,
        isSingle: Bool = false,
        linkedBy name: String,
        more: @escaping @Sendable (Page) -> Bool? = { _ in nil },
        items: @escaping @Sendable (Page) -> [Item]?,
        fetch: @escaping @Sendable (Cursor?, ResponseLog) async throws(APIError) -> Page,
    ) {
        start = cursor?.description
        self.fetch = { position, log throws(APIError) in try await fetch(try Self.cursor(position), log) }
        itemsOf = items
        self.more = more
        next = { _, _, log throws(APIError) in
            let fields = log.last?.headers[values: .link] ?? []
            guard !isSingle, let link = PageLink(next: fields) else { return nil }
            return try link.required(name)
        }
        mostEmptyPages = 3
    }

    private init<Cursor: LosslessStringConvertible & Sendable>(
        from cursor: Cursor?,
        items: @escaping @Sendable (Page) -> [Item]?,
        more: @escaping @Sendable (Page) -> Bool?,
        fetch: @escaping @Sendable (Cursor?) async throws(APIError) -> Page,
        next: @escaping @Sendable (Position, Page, ResponseLog) throws(APIError) -> String?,
    ) {
        start = cursor?.description
        self.fetch = { position, _ throws(APIError) in try await fetch(try Self.cursor(position)) }
        itemsOf = items
        self.more = more
        self.next = next
    }

    /// The argument for a position.
    private static func cursor<Cursor: LosslessStringConvertible>(
        _ position: Position,
    ) throws(APIError) -> Cursor? {
        guard let position else { return nil }
        guard let cursor = Cursor(position) else {
            throw APIError(next: position, expected: "a cursor that is a value of \(Cursor.self)")
        }
        return cursor
    }
}

extension Int {
    /// The number of a text such as `2` or `2.0`.
    fileprivate init?(exactlyWritten text: String) {
        guard let number = Int(text) ?? Double(text).flatMap({ Int(exactly: $0) }) else { return nil }
        self = number
    }
}
