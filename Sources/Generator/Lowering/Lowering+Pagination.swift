import APIGenSourceText
import APIGenYAML

extension OperationLowering {
    /// The group with the pages of its operations. All types have to be known at this point.
    func lowerPages(of group: API.Group) -> API.Group {
        var group = group
        group.operations = group.operations.map { operation in
            var operation = operation
            if !operation.isSecondMethod, let source = builder.operations[operation.name] {
                operation.pagination = lowerPagination(of: operation, source)
            }
            return operation
        }
        return group
    }

    /// The pages of an operation as `x-pagination` declares them, or else as far as names leave no doubt. `nil` after a
    /// diagnostic.
    private func lowerPagination(
        of operation: API.Operation, _ source: OpenAPI.Operation,
    ) -> API.Pagination? {
        let declared = source.pagination
        if let declared { note(declared) }
        guard declared != nil || isSearched(source), let page = operation.result.type else {
            if let declared { report(.pagesWithoutProperties(declared)) }
            return nil
        }
        let shape = PageShape(type: page, table: builder.table)
        let headers = operation.result.headers.map(\.name)
        let found =
            declared.map { self.declared($0, operation.parameters, shape) }
            ?? PageFinder(parameters: operation.parameters, headers: headers, shape: shape).found
        guard let found else { return nil }
        let name = name(
            .pages, API.NameWords(operation.name, "pages"), in: .methods,
            at: declared?.range ?? source.range)
        return API.Pagination(
            kind: found.kind, more: found.more, name: name, parameter: found.parameter, page: page,
            items: found.items, item: found.item, isFound: declared == nil)
    }

    private func isSearched(_ operation: OpenAPI.Operation) -> Bool {
        builder.config.pages == .found && operation.method == "get" && !operation.isDeprecated
    }

    private func note(_ pagination: OpenAPI.Pagination) {
        note(
            pagination.node, by: "style", "page", "pageCount", "offset", "total", "cursor", "next", "id",
            "more", "items")
        for field in ["pageCount", "total", "next", "id", "more", "items"] {
            pagination.node[field]?.children.forEach { note($0, as: .typed) }
        }
    }

    /// Returns `nil` after a diagnostic.
    private func declared(
        _ pagination: OpenAPI.Pagination,
        _ parameters: [API.Parameter],
        _ shape: PageShape,
    ) -> PageFinder.Found? {
        guard shape.isList || pagination.items != nil && shape.hasProperties else {
            report(.pagesWithoutProperties(pagination))
            return nil
        }
        let parameter = lowering.parameters.find(pagination.parameter, among: parameters)
        let items = path(pagination.items, in: shape)
        guard let parameter, let items else { return nil }
        guard pagination.style.takes(parameter) else {
            report(.unusableParameter(pagination.parameter, style: pagination.style))
            return nil
        }
        guard let item = shape.item(of: items) else {
            if let name = pagination.items?.last { report(.itemsWithoutList(name)) }
            return nil
        }
        let ending = pagination.style == .lastItem ? PageShape(type: item, table: builder.table) : shape
        let end = path(pagination.end, in: ending, of: pagination.style.ends)
        let more = path(pagination.more, in: shape, of: [.boolean])
        let kind: API.Pagination.Kind? =
            switch pagination.style {
            case .page: .number(count: end)
            case .offset: .offset(total: end)
            case .cursor: end.map { .cursor(next: $0) }
            case .lastItem: end.map { .lastItem(id: $0) }
            case .link: .link
            }
        guard let kind else { return nil }
        return PageFinder.Found(
            kind: kind, parameter: parameter, more: more, items: items, item: item)
    }

    /// The path of a property of certain types. `nil` after a diagnostic, or if there is no path.
    private func path(
        _ path: OpenAPI.Pagination.Path?, in shape: PageShape, of types: Set<API.Scalar>,
    ) -> API.PropertyPath? {
        guard let path, let found = self.path(path, in: shape) else { return nil }
        guard let end = found.properties.last?.type.unwrappedScalar, types.contains(end) else {
            if let name = path.last { report(.unusableProperty(name, expected: types.asPageProperty)) }
            return nil
        }
        return found
    }

    /// The properties of a path; none for no path. `nil` after a diagnostic.
    private func path(_ path: OpenAPI.Pagination.Path?, in shape: PageShape) -> API.PropertyPath? {
        var properties: [API.Property] = []
        var shape = shape
        for name in path ?? [] {
            let found = shape.properties.first { $0.wireName.isExactly(name.value) }
            guard let found else {
                report(.unknownProperty(name, among: shape.properties.map(\.wireName)))
                return nil
            }
            properties.append(found)
            shape = PageShape(type: found.type, table: builder.table)
        }
        return API.PropertyPath(properties: properties)
    }
}

extension Set<API.Scalar> {
    /// The types in words.
    fileprivate var asPageProperty: String {
        switch self {
        case [.boolean]: "a Boolean"
        case [.integer]: "an integer"
        default: "a string or a number"
        }
    }
}

extension OpenAPI.Pagination.Style {
    /// Whether a parameter can be left out, and take what the style sends.
    fileprivate func takes(_ parameter: API.Parameter) -> Bool {
        guard !parameter.isRequired, let scalar = parameter.type.unwrappedScalar else { return false }
        let isNumber = [.integer, .unsignedInteger, .number].contains(scalar)
        switch self {
        case .page, .offset: return isNumber
        case .cursor, .lastItem, .link: return isNumber || scalar == .string
        }
    }

    /// The types of the property of ``OpenAPI/Pagination/end``.
    fileprivate var ends: Set<API.Scalar> {
        switch self {
        case .page, .offset, .link: [.integer]
        case .cursor, .lastItem: [.string, .url, .uuid, .integer, .unsignedInteger, .number]
        }
    }
}
