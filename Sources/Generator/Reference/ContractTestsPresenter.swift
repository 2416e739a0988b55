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
        let answer = answer(to: operation)
        guard let arguments = snippets.arguments(of: operation, .complete),
            answer != nil || operation.result.isEmpty
        else { return ContractTestView(name: name, isDeprecated: operation.isDeprecated, lines: []) }
        let client = snippets.client(
            oauth: #".token("my-token")"#, hasAll: true,
            with: [.init(label: "configuration", value: .literal("ClientConfiguration(transport: service)"))])
        let call = snippets.call(operation, of: group, arguments)
        return ContractTestView(
            name: name, isDeprecated: operation.isDeprecated,
            lines: service(answering: operation, answer) + client + use(call, of: operation, answer))
    }

    /// The call, and the comparison of what comes out with the answer.
    private func use(
        _ call: SwiftExpression, of operation: API.Operation, _ answer: Answer?,
    ) -> [String] {
        let result = operation.result
        if result.stream != nil {
            return SnippetPresenter.statement("for try await _ in try await ", then: call).ending(" {}")
        }
        guard let type = result.type, let answer, !answer.isJSON || api.isCodable(type) else {
            let start = result.type == nil && result.choice == nil ? "try await " : "_ = try await "
            return SnippetPresenter.statement(start, then: call)
        }
        let comparison =
            answer.isJSON
            ? "#expect(try Contract.json(client.encode(result)) == Contract.json(answer))"
            : "#expect(result == \(answer.isBytes ? "Data(answer.utf8)" : "answer"))"
        return SnippetPresenter.statement("let result = try await ", then: call) + [comparison]
    }
}

// MARK: - Answers

extension ContractTestsPresenter {
    /// The body of an answer.
    private struct Answer {
        let text: String
        let mediaType: String
        var isJSON = true
        var isBytes = false

        var literal: String { SwiftLiteral.raw(text) }
    }

    private func service(answering operation: API.Operation, _ answer: Answer?) -> [String] {
        let status = operation.result.statuses.first?.code ?? 200
        guard let answer else { return ["let service = try Contract.service(answering: \(status))"] }
        let mediaType = SwiftLiteral.string(answer.mediaType)
        return [
            "let answer = \(answer.literal)",
            "let service = try Contract.service(answering: \(status), \(mediaType), answer)",
        ]
    }

    private func answer(to operation: API.Operation) -> Answer? {
        let result = operation.result
        let first = result.choice?.cases.first
        guard let type = result.stream?.item ?? result.type ?? first?.type else { return nil }
        let accept = first?.accept ?? result.accept
        let mediaType = result.stream?.mediaType ?? accept.first { !$0.contains("*") } ?? "application/json"
        let isJSON = accept.contains { $0.contains("json") || $0 == "*/*" } || accept.isEmpty
        switch type.plain {
        case .scalar(.data), .scalar(.file):
            return Answer(text: "content", mediaType: mediaType, isJSON: false, isBytes: true)
        case .scalar(.string) where !isJSON, .scalar(.serverSentEvent):
            return Answer(
                text: result.stream == nil ? "text" : "data: text\n\n", mediaType: mediaType, isJSON: false)
        case .scalar, .array, .dictionary, .named, .nullable, .own:
            let demands = first?.demands ?? result.demands
            let example = snippets.example(of: type, by: demands, .complete, travelling: [.received])
            return example.map { example in
                let json = example.json(of: api.types).line
                let text = result.stream.map { $0.format.framed(json) } ?? json
                return Answer(text: text, mediaType: mediaType)
            }
        }
    }
}

extension API.Result {
    /// Whether a response may have no body.
    fileprivate var isEmpty: Bool {
        if case .nullable? = type { return true }
        return type == nil && choice == nil && stream == nil
    }
}

extension API {
    /// Whether values that are received can be encoded.
    fileprivate func isCodable(_ type: TypeReference) -> Bool {
        type.declaration.map { types[$0.index].direction.isCodable } ?? true
    }
}

extension API.Stream.Format {
    /// An item as a stream has it.
    fileprivate func framed(_ json: String) -> String {
        switch self {
        case .jsonLines: json + "\n"
        case .jsonSequence: "\u{1E}" + json + "\n"
        case .eventData, .events: "data: \(json)\n\n"
        case .bytes: json
        }
    }
}

extension API.Failure.Status {
    /// A code that the status stands for.
    fileprivate var code: Int {
        switch self {
        case .code(let code): code
        case .range(let hundred): hundred * 100
        case .other: 200
        }
    }
}

extension API.TypeReference {
    /// The type without null.
    fileprivate var plain: API.TypeReference {
        if case .nullable(let wrapped) = self { wrapped } else { self }
    }
}

extension [String] {
    /// The lines with an end of the last one.
    fileprivate func ending(_ end: String) -> [String] { dropLast() + [(last ?? "") + end] }
}
