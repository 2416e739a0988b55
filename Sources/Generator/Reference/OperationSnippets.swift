/// The programs that show how an operation is called.
struct OperationSnippets {
    let operation: API.Operation
    let group: API.Group
    let snippets: SnippetPresenter

    private var names: Names { snippets.names }

    /// The programs; empty if there is no example of something that is required.
    var views: [CodeView] {
        guard let required = snippets.arguments(of: operation, .brief) else { return [] }
        let complete = snippets.arguments(of: operation, .complete) ?? required
        let isWhole = required.map(\.text) == complete.map(\.text)
        let call = call(required)
        let forms: [(String, [String])] = [
            ("Example", snippets.client + [""] + attempt(call)),
            isWhole ? nil : ("With all parameters", use(self.call(complete))),
            operation.result.stream == nil ? ("With status and headers", response(required)) : nil,
            pages(required, of: .items).map { ("Page by page", $0) },
        ].compactMap(\.self)
        return forms.enumerated().map { index, form in
            let imports = index == 0 ? snippets.imports(of: form.1) + [""] : []
            return CodeView(title: form.0, language: "swift", lines: imports + form.1)
        }
    }

    func call(_ arguments: [SwiftExpression.Argument]) -> SwiftExpression {
        snippets.call(operation, of: group, arguments)
    }

    /// The call, and what becomes of its failures if the document tells their bodies.
    func attempt(_ call: SwiftExpression) -> [String] {
        let use = use(call)
        guard let failure = operation.failures.first else { return use }
        let type = names.type(failure.type)
        return ["do {"] + use.map { "    " + $0 } + [
            "} catch {",
            "    guard let failure = error.statusFailure else { throw error }",
            "    print(failure.status)",
            "    if let body = failure.body(as: \(type).self) { print(body) }",
            "}",
        ]
    }

    /// The call with a use of its result.
    func use(_ call: SwiftExpression) -> [String] {
        if operation.result.stream != nil {
            return SnippetPresenter.statement("let stream = try await ", then: call) + [
                "for try await item in stream {", "    print(item)", "}",
            ]
        }
        guard hasResult else { return SnippetPresenter.statement("try await ", then: call) }
        if isOptional {
            var lines = SnippetPresenter.statement("if let \(name) = try await ", then: call)
            lines[lines.count - 1] += " {"
            return lines + ["    print(\(name))", "}"]
        }
        return SnippetPresenter.statement("let \(name) = try await ", then: call) + ["print(\(name))"]
    }

    func response(_ arguments: [SwiftExpression.Argument], from client: String = "client") -> [String] {
        let call = snippets.call(operation, of: group, on: "$0", arguments)
        var lines = call.lines(width: SnippetPresenter.width - 4, after: 10)
        lines[0] = "try await " + lines[0]
        let start = "let (\(hasResult ? name : "_"), response) = try await \(client).withResponse {"
        let use = isOptional ? "if let \(name) { print(\(name)) }" : "print(\(name))"
        return [start] + lines.map { "    " + $0 } + ["}"] + (hasResult ? [use] : [])
            + ["print(response.status.code, response.headers)"]
    }

    /// What a loop over the pages of a list takes from them.
    enum PageUnit {
        case pages, items
    }

    func pages(_ arguments: [SwiftExpression.Argument], of unit: PageUnit) -> [String]? {
        guard let pagination = operation.pagination else { return nil }
        let callee = "client.\(names[group.name].escaped).\(names[pagination.name].escaped)"
        let (name, type, end) =
            switch unit {
            case .pages: ("page", pagination.page, " {")
            case .items: ("item", pagination.item, ".items {")
            }
        var lines = SnippetPresenter.statement(
            "for try await \(name) in ", then: .call(callee, arguments))
        lines[lines.count - 1] += end
        let isOptional = if case .nullable = type { true } else { false }
        let use = isOptional ? "if let \(name) { print(\(name)) }" : "print(\(name))"
        return lines + ["    \(use)", "}"]
    }

    private var hasResult: Bool { operation.result.type != nil || operation.result.choice != nil }

    private var isOptional: Bool {
        if case .nullable? = operation.result.type { true } else { false }
    }

    /// The name of the constant for the result.
    private var name: String { "result" }
}

extension SwiftExpression.Argument {
    var text: String { (label ?? "") + value.line }
}
