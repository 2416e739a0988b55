extension SwiftPresenter {
    /// A method with the parameters of the operation, which calls it for each page.
    func present(_ pagination: API.Pagination, of operation: API.Operation) -> PagesView {
        let page = types.name(of: pagination.page)
        let arguments = operation.parameters.map { "\($0.name.label): \($0.name.value)" }
        let isHidden = operation.parameters.contains { $0.name.value == operation.name.escaped }
        return PagesView(
            name: pagination.name.escaped,
            doc: doc(of: pagination, operation).comment,
            parameters: operation.parameters.map(declaration),
            result: "Pages<\(page), \(types.name(of: pagination.item))>",
            call: CallView(
                "Pages", self.arguments(of: pagination, operation), indent: 8, trailing: closure(pagination)),
            fetch: CallView(
                "try await \(isHidden ? "self." : "")\(operation.name.escaped)", arguments, indent: 12),
        )
    }

    private func closure(_ pagination: API.Pagination) -> String {
        " { \(pagination.parameter.name.value) throws(APIError) in"
    }

    private func arguments(of pagination: API.Pagination, _ operation: API.Operation) -> [String] {
        let start = pagination.parameter.name.value
        let isSingle = conditionOfSinglePage(pagination, operation).map { "isSingle: \($0)" }
        let items = "items: \\.\(pagination.items.name.escaped)"
        switch pagination.kind {
        case .number(let count):
            let count = count.map { "count: \\.\($0.name.escaped)" }
            return ["from: \(start)", isSingle, count, items].compactMap(\.self)
        case .cursor(let next):
            let cursor = "cursor: \(SwiftLiteral.string(pagination.parameter.wireName))"
            return ["after: \(start)", isSingle, cursor, "in: \\.\(next.name.escaped)", items].compactMap(
                \.self)
        }
    }

    /// A parameter that excludes the number of the page, or the cursor, asks for something that has no further pages.
    private func conditionOfSinglePage(_ pagination: API.Pagination, _ operation: API.Operation) -> String? {
        let conditions = operation.rules.compactMap { rule -> String? in
            guard case .excludes(let trigger, let others) = rule, !trigger.isRequired,
                others.contains(where: { $0.wireName == pagination.parameter.wireName })
            else { return nil }
            return "\(trigger.name.value) != nil"
        }
        return conditions.isEmpty ? nil : conditions.joined(separator: " || ")
    }

    private func doc(of pagination: API.Pagination, _ operation: API.Operation) -> DocComment {
        let start = pagination.parameter.name.text
        var doc = DocComment(
            "The pages of `\(operation.name.text)`, each fetched when it is asked for.", indent: 4)
        let further =
            "The first is the one that `\(start)` asks for. `items` of the result are those of all pages."
        doc.add(further, indent: 4)
        return doc
    }
}
