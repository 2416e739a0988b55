/// Recognizes pages by the names and types of parameters and properties, where they leave no doubt.
struct PageFinder {
    struct Found {
        let kind: API.Pagination.Kind
        let parameter: API.Parameter
        let more: API.PropertyPath?
        let items: API.PropertyPath
        let item: API.TypeReference
    }

    let parameters: [API.Parameter]
    /// The names of the response headers.
    let headers: [String]
    let shape: PageShape

    /// `nil` if there are no pages, or if there is a doubt about them.
    var found: Found? {
        guard let items, let item = shape.item(of: items) else { return nil }
        let (more, paths) = (path(to: Self.mores, as: [.boolean]), paths)
        for parameter in candidates {
            guard let kind = byCursor(parameter, paths) ?? byLastItem(parameter, item, more: more) else {
                continue
            }
            return Found(kind: kind, parameter: parameter, more: more, items: items, item: item)
        }
        for parameter in candidates {
            guard let kind = byLink(parameter) ?? byNumber(parameter) ?? byOffset(parameter) else { continue }
            return Found(kind: kind, parameter: parameter, more: more, items: items, item: item)
        }
        return nil
    }

    /// The optional parameters of the query.
    private var candidates: [API.Parameter] {
        parameters.filter { $0.location == .query && !$0.isRequired && !$0.isDeprecated }
    }
}

// MARK: - Styles

extension PageFinder {
    private func byCursor(_ parameter: API.Parameter, _ paths: [API.PropertyPath]) -> API.Pagination.Kind? {
        guard let type = parameter.scalar, Self.cursorTypes.contains(type) else { return nil }
        let name = parameter.wireName.letters
        let ends = Self.cursors[name] ?? []
        let next = paths.first { path in
            guard let end = path.properties.last, let endType = end.scalar else { return false }
            let endName = end.wireName.letters
            let isBelowNext = path.properties.dropLast().contains { $0.wireName.letters == "next" }
            let isOfType = type == .string ? [.string, .url].contains(endType) : endType == type
            return isOfType && (ends.contains(endName) || !ends.isEmpty && isBelowNext && endName == name)
        }
        return next.map { .cursor(next: $0) }
    }

    /// A cursor that is the ID of the last item: without a property that tells the end, there would be a doubt.
    private func byLastItem(
        _ parameter: API.Parameter, _ item: API.TypeReference, more: API.PropertyPath?,
    ) -> API.Pagination.Kind? {
        guard more != nil, parameter.scalar == .string, Self.lastItems.contains(parameter.wireName.letters)
        else { return nil }
        let id = PageShape(type: item, table: shape.table).properties.first {
            $0.wireName == "id" && $0.scalar == .string && !$0.isDeprecated
        }
        return id.map { .lastItem(id: API.PropertyPath(properties: [$0])) }
    }

    private func byLink(_ parameter: API.Parameter) -> API.Pagination.Kind? {
        let name = parameter.wireName.letters
        let isKnown = Self.pages.contains(name) || Self.cursors[name] != nil
        let isAlone =
            candidates.count {
                Self.pages.contains($0.wireName.letters) || Self.cursors[$0.wireName.letters] != nil
            } == 1
        guard isKnown, isAlone, headers.contains(where: { $0.lowercased() == "link" }),
            let type = parameter.scalar, Self.cursorTypes.contains(type)
        else { return nil }
        return .link
    }

    /// The first page may be 0 or 1, which the default or the minimum of the parameter has to tell.
    private func byNumber(_ parameter: API.Parameter) -> API.Pagination.Kind? {
        guard Self.pages.contains(parameter.wireName.letters), parameter.isNumber, hasSize,
            parameter.startsAtOne
        else { return nil }
        return .number(count: path(to: Self.pageCounts, as: [.integer]))
    }

    private func byOffset(_ parameter: API.Parameter) -> API.Pagination.Kind? {
        guard Self.offsets.contains(parameter.wireName.letters), parameter.isNumber, hasSize else {
            return nil
        }
        return .offset(total: path(to: Self.totals, as: [.integer]))
    }

    /// Whether a parameter takes the size of the pages.
    private var hasSize: Bool {
        parameters.contains { $0.location == .query && Self.sizes.contains($0.wireName.letters) }
    }
}

// MARK: - Properties

extension PageFinder {
    /// The page itself, the only list in it, or the only one of them that has the name of one.
    private var items: API.PropertyPath? {
        if shape.isList { return API.PropertyPath(properties: []) }
        let lists = shape.properties.filter { property in
            if case .array = property.type { !property.isDeprecated } else { false }
        }
        let named = lists.filter { Self.lists.contains($0.wireName.letters) }
        let alone = lists.count == 1 && isOfObjects(lists[0]) ? lists[0] : nil
        guard let list = named.count == 1 ? named[0] : alone else { return nil }
        return API.PropertyPath(properties: [list])
    }

    /// Whether the items of a list are objects, or values of any type: a list of texts may be one of links or messages.
    private func isOfObjects(_ list: API.Property) -> Bool {
        guard case .array(let item) = list.type else { return false }
        return item.unwrappedScalar == nil
    }

    private func path(to names: Set<String>, as types: Set<API.Scalar>) -> API.PropertyPath? {
        paths.first { path in
            guard let end = path.properties.last, let type = end.scalar else { return false }
            return names.contains(end.wireName.letters) && types.contains(type)
        }
    }

    /// The properties of the page and of the objects that describe it.
    private var paths: [API.PropertyPath] { Self.paths(in: shape, below: [], depth: 3) }

    private static func paths(
        in shape: PageShape, below parents: [API.Property], depth: Int,
    ) -> [API.PropertyPath] {
        let properties = shape.properties.filter { !$0.isDeprecated }
        let own = properties.map { API.PropertyPath(properties: parents + [$0]) }
        guard depth > 1 else { return own }
        let nested = properties.filter { containers.contains($0.wireName.letters) }.flatMap { property in
            paths(
                in: PageShape(type: property.type, table: shape.table), below: parents + [property],
                depth: depth - 1)
        }
        return own + nested
    }
}

// MARK: - Names

extension PageFinder {
    /// The parameters of cursors, and the properties for the next one.
    private static let cursors: [String: Set<String>] = [
        "cursor": ["nextcursor", "next"],
        "nextcursor": ["nextcursor"],
        "pagecursor": ["nextcursor", "after"],
        "after": ["nextcursor", "endcursor"],
        "startingafter": ["nextcursor"],
        "pagetoken": ["nextpagetoken"],
        "nextpagetoken": ["nextpagetoken"],
        "token": ["nexttoken"],
        "nexttoken": ["nexttoken"],
        "continuationtoken": ["nextcontinuationtoken"],
        "continue": ["continue"],
        "marker": ["nextmarker"],
        "bookmark": ["bookmark"],
    ]
    private static let lastItems: Set<String> = ["after", "startingafter", "afterid"]
    private static let pages: Set<String> = ["page", "pagenumber", "pageno", "pagenum"]
    private static let offsets: Set<String> = ["offset", "skip", "pageoffset"]
    private static let sizes: Set<String> = [
        "limit", "perpage", "pagesize", "pagelimit", "size", "maxresults", "itemsperpage", "resultsperpage",
    ]
    private static let mores: Set<String> = ["hasmore", "hasnextpage", "hasnext", "more"]
    private static let pageCounts: Set<String> = ["totalpages", "pagecount", "pagescount", "numpages"]
    private static let totals: Set<String> = [
        "total", "totalcount", "totalitems", "totalresults", "totalrecords", "totalsize",
    ]
    private static let lists: Set<String> = [
        "data", "items", "results", "entries", "objects", "records", "values",
    ]
    private static let containers: Set<String> = [
        "meta", "metadata", "pagination", "paging", "page", "pages", "pageinfo", "cursor", "cursors", "next",
        "links", "responsemetadata",
    ]
    private static let cursorTypes: Set<API.Scalar> = [.string, .integer]
}

extension API.Parameter {
    fileprivate var scalar: API.Scalar? { type.unwrappedScalar }

    fileprivate var isNumber: Bool { scalar == .integer || scalar == .unsignedInteger }

    fileprivate var startsAtOne: Bool {
        defaultValue?.text == "1" || limits.contains { $0.isMinimumOne }
    }
}

extension API.Limit {
    fileprivate var isMinimumOne: Bool {
        guard case .keyword(.minimum, .number(let minimum)) = self else { return false }
        return minimum == ExactNumber(1, text: nil)
    }
}

extension API.Property {
    fileprivate var scalar: API.Scalar? { type.unwrappedScalar }
}

extension API.TypeReference {
    /// The scalar that the type is, or its optional.
    var unwrappedScalar: API.Scalar? {
        switch self {
        case .scalar(let scalar), .nullable(.scalar(let scalar)): scalar
        case .nullable, .array, .dictionary, .named, .own: nil
        }
    }
}

extension String {
    /// The letters in lower case, so that `next_cursor`, `nextCursor` and `page[cursor]` can be compared.
    fileprivate var letters: String { lowercased().filter(\.isLetter) }
}
