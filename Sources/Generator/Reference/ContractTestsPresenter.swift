/// Presents tests that hold a client against its document.
struct ContractTestsPresenter {
    let group: API.Group
    let snippets: SnippetPresenter
    /// Who may use the client.
    let access: AccessLevel

    private var api: API { snippets.api }
    private var names: Names { snippets.names }

    var view: ContractTestsView {
        let tests = group.operations.map(test)
        let code = tests.flatMap(\.lines)
        return ContractTestsView(
            name: names[group.typeName].text, imports: imports(of: code), tests: tests)
    }

    private func imports(of code: [String]) -> [String] {
        let client = "import \(api.service)"
        let others = snippets.imports(of: code).filter { $0 != client }
        let isTestable = access == .internal
        return
            (others + [
                "import \(snippets.runtimePrefix)APIRuntimeTesting",
                (isTestable ? "@testable " : "") + client,
            ]).sorted()
    }

    private func test(of operation: API.Operation) -> ContractTestView {
        let name = names[operation.name].escaped
        guard let arguments = snippets.arguments(of: operation, .complete),
            let answer = ResponseExample(to: operation, by: snippets)
        else { return ContractTestView(name: name, isDeprecated: operation.isDeprecated, lines: []) }
        let client = snippets.client(
            oauth: #".token("my-token")"#, hasAll: true,
            with: [.init(label: "configuration", value: .literal("ClientConfiguration(transport: service)"))])
        let call = snippets.call(operation, of: group, arguments)
        return ContractTestView(
            name: name, isDeprecated: operation.isDeprecated,
            lines: service(giving: answer) + client + use(call, of: operation, answering: answer))
    }

    /// The call, and the comparison of what comes out with the answer.
    private func use(
        _ call: SwiftExpression, of operation: API.Operation, answering answer: ResponseExample,
    ) -> [String] {
        let result = operation.result
        if result.stream != nil {
            return SnippetPresenter.statement("for try await _ in try await ", then: call).ending(" {}")
        }
        guard let type = result.type, let body = answer.body, let comparison = comparison(of: body, as: type)
        else {
            let start = result.type == nil && result.choice == nil ? "try await " : "_ = try await "
            return SnippetPresenter.statement(start, then: call)
        }
        return SnippetPresenter.statement("let result = try await ", then: call) + [comparison]
    }

    /// The line that compares the result with the body; `nil` if it cannot be encoded.
    private func comparison(of body: ResponseExample.Body, as type: API.TypeReference) -> String? {
        switch body.content {
        case .bytes: "#expect(result == Data(answer.utf8))"
        case .text: "#expect(result == answer)"
        case .json, .items:
            api.isCodable(type)
                ? "#expect(try Contract.json(client.encode(result)) == Contract.json(answer))" : nil
        }
    }

    private func service(giving answer: ResponseExample) -> [String] {
        guard let body = answer.body else {
            return ["let service = try Contract.service(answering: \(answer.status))"]
        }
        let mediaType = SwiftLiteral.string(body.mediaType)
        return [
            "let answer = \(SwiftLiteral.raw(body.text))",
            "let service = try Contract.service(answering: \(answer.status), \(mediaType), answer)",
        ]
    }
}

extension API {
    /// Whether values that are received can be encoded.
    fileprivate func isCodable(_ type: TypeReference) -> Bool {
        type.declaration.map { types[$0.index].direction.isCodable } ?? true
    }
}

extension [String] {
    /// The lines with an end of the last one.
    fileprivate func ending(_ end: String) -> [String] { dropLast() + [(last ?? "") + end] }
}
