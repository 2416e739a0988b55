/// Presents the method that returns the pages of an operation. It has the operation's parameters.
struct PagesPresenter {
    let operation: API.Operation
    let pagination: API.Pagination
    /// The parameters of the method for the body.
    let bodyDeclarations: [String]
    let api: API
    let names: Names
    let words: Words

    var view: PagesView {
        let page = names.type(pagination.page)
        let isHidden = operation.parameters.contains { names[$0.name].value == names[operation.name].escaped }
        let isLinked = if case .link = pagination.kind { true } else { false }
        let method = names[operation.name].escaped
        let callee =
            isLinked
            ? "Self(api: responseLog.recording(api)).\(method)" : isHidden ? "self.\(method)" : method
        return PagesView(
            name: names[pagination.name].escaped,
            doc: doc.lines,
            isDeprecated: operation.isDeprecated,
            isLinked: isLinked,
            parameters: operation.parameters.map(names.declaration) + bodyDeclarations,
            result: "PageSequence<\(page), \(names.type( pagination.item))>",
            call: CallView(
                "PageSequence", with: arguments,
                trailing: " { \(start)\(isLinked ? ", responseLog" : "") throws(APIError) in"),
            fetch: CallView(
                "try await \(callee)",
                with: operation.parameters.map { "\(names[$0.name].label): \(names[$0.name].value)" }
                    + bodyDeclarations.map { "\($0.prefix { $0 != ":" }): \($0.prefix { $0 != ":" })" }),
        )
    }

    /// The name of the parameter for the page number or cursor.
    private var start: String { names[pagination.parameter.name].value }

    private var arguments: [String] {
        let isSingle = conditionOfSinglePage.map { "isSingle: \($0)" }
        let more = pagination.more.map { "more: \(keyPath($0, from: pagination.page))" }
        let cursor = "cursor: \(SwiftLiteral.string(pagination.parameter.wireName))"
        let (position, end): (String, [String?]) =
            switch pagination.kind {
            case .number(let count): ("from", [count.map { "count: \(keyPath($0, from: pagination.page))" }])
            case .offset(let total):
                ("offset", [total.map { "total: \(keyPath($0, from: pagination.page))" }])
            case .cursor(let next): ("after", [cursor, "in: \(keyPath(next, from: pagination.page))"])
            case .lastItem(let id): ("after", ["last: \(keyPath(id, from: pagination.item))"])
            case .link: ("after", ["linkedBy: \(SwiftLiteral.string(pagination.parameter.wireName))"])
            }
        let items = "items: \(keyPath(pagination.items, from: pagination.page))"
        return (["\(position): \(start)", isSingle] + end + [more, items]).compactMap(\.self)
    }

    private func keyPath(_ path: API.PropertyPath, from root: API.TypeReference) -> String {
        guard !path.properties.isEmpty else { return "\\.self" }
        let isOptional = if case .nullable = root { true } else { false }
        let chain = PropertyChain(path, from: root, api: api, names: names, words: words)
        return "\\" + (isOptional ? ".?" : "") + chain.text
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
        if pagination.isFound {
            doc.add(
                "The document does not say how pages follow one another; the names of parameters and properties do."
            )
        }
        return doc
    }
}
