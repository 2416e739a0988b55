/// Presents the method that returns the pages of an operation. It has the operation's parameters.
struct PagesPresenter {
    let operation: API.Operation
    let pagination: API.Pagination
    let names: Names

    var view: PagesView {
        let page = names.type(pagination.page)
        let isHidden = operation.parameters.contains { names[$0.name].value == names[operation.name].escaped }
        return PagesView(
            name: names[pagination.name].escaped,
            doc: doc.lines,
            parameters: operation.parameters.map(names.declaration),
            result: "Pages<\(page), \(names.type( pagination.item))>",
            call: CallView("Pages", with: arguments, trailing: " { \(start) throws(APIError) in"),
            fetch: CallView(
                "try await \(isHidden ? "self." : "")\(names[operation.name].escaped)",
                with: operation.parameters.map { "\(names[$0.name].label): \(names[$0.name].value)" }),
        )
    }

    /// The name of the parameter for the page number or cursor.
    private var start: String { names[pagination.parameter.name].value }

    private var arguments: [String] {
        let isSingle = conditionOfSinglePage.map { "isSingle: \($0)" }
        let items = "items: \\.\(names[pagination.items.name].escaped)"
        switch pagination.kind {
        case .number(let count):
            let count = count.map { "count: \\.\(names[$0.name].escaped)" }
            return ["from: \(start)", isSingle, count, items].compactMap(\.self)
        case .cursor(let next):
            let cursor = "cursor: \(SwiftLiteral.string(pagination.parameter.wireName))"
            let place = "in: \\.\(names[next.name].escaped)"
            return ["after: \(start)", isSingle, cursor, place, items].compactMap(\.self)
        }
    }

    /// The condition for a single page: a parameter that excludes the page number or cursor is set.
    private var conditionOfSinglePage: String? {
        let conditions = operation.rules.compactMap { rule -> String? in
            guard case .excludes(let trigger, let others) = rule, !trigger.isRequired,
                others.contains(where: { $0.wireName == pagination.parameter.wireName })
            else { return nil }
            return "\(names[trigger.name].value) != nil"
        }
        return conditions.isEmpty ? nil : conditions.joined(separator: " || ")
    }

    private var doc: DocComment {
        let start = names[pagination.parameter.name].text
        var doc = DocComment("The pages of `\(names[operation.name].text)`, each fetched on demand.")
        doc.add(
            "Starts at the page given by `\(start)`. `items` of the result iterates over the items of all pages."
        )
        return doc
    }
}
