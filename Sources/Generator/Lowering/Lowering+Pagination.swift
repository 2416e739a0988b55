import SourceText

extension OperationLowering {
    /// Returns `nil` after a diagnostic.
    func lowerPagination(
        _ pagination: OpenAPI.Pagination,
        of operation: API.Name,
        parameters: [API.Parameter],
        result: API.Result,
    ) -> API.Pagination? {
        note(pagination.node, by: "style", "page", "pageCount", "cursor", "next", "items")
        // The properties of the page have to be known at this point.
        lowering.types.lowerPendingTypes()
        guard let page = result.type, case .named(let id) = page, let record = record(of: id) else {
            report(.pagesWithoutProperties(pagination))
            return nil
        }
        let parameter = lowering.parameters.find(pagination.parameter, among: parameters)
        let items = property(pagination.items, of: record)
        guard let parameter, let items else { return nil }
        guard case .array(let item) = items.type else {
            report(.itemsWithoutList(pagination.items))
            return nil
        }
        guard let kind = kind(of: pagination, record) else { return nil }
        let name = self.name(
            .pages, API.NameWords(operation, "pages"), in: .methods, at: pagination.range)
        return API.Pagination(
            kind: kind, name: name, parameter: parameter, page: page, items: items,
            item: item)
    }

    private func kind(
        of pagination: OpenAPI.Pagination,
        _ record: API.Record,
    ) -> API.Pagination.Kind? {
        let end = pagination.end.flatMap { property($0, of: record) }
        switch pagination.style {
        case .page: return .number(count: end)
        case .cursor: return end.map { .cursor(next: $0) }
        }
    }

    private func property(_ name: OpenAPI.Located<String>, of record: API.Record) -> API.Property? {
        let found = record.properties.first { $0.wireName.isExactly(name.value) }
        if found == nil {
            report(.unknownProperty(name, among: record.properties.map(\.wireName)))
        }
        return found
    }

    private func record(of id: API.TypeID) -> API.Record? {
        guard case .record(let record)? = builder.table[id].kind else { return nil }
        return record
    }
}
