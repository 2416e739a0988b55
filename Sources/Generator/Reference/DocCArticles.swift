/// Presents the articles of a catalogue. Their names have a hyphen, so that no type is called alike.
struct CatalogueArticles {
    let snippets: SnippetPresenter

    private var api: API { snippets.api }
    private var names: Names { snippets.names }
    private var words: Words { snippets.words }
    private var links: SymbolLinks { SymbolLinks(snippets: snippets) }

    /// An operation with its group, and a short call of it.
    private struct Call {
        let operation: API.Operation
        let group: API.Group
        let snippets: OperationSnippets
        let arguments: [SwiftExpression.Argument]

        /// The call, as the first lines of a program.
        var lines: [String] { snippets.use(snippets.call(arguments)) }
    }

    /// The articles about what the API has.
    var all: [(name: String, page: CataloguePage)] {
        let articles: [(name: String, page: CataloguePage?)] = [
            ("Getting-Started", firstCall.map(CataloguePage.firstCall)),
            ("Authorizing-Requests", access.map(CataloguePage.access)),
            ("Reading-Pages", pages.map(CataloguePage.pages)),
            ("Changing-Parts", changes.map(CataloguePage.changes)),
            ("Reading-Streams", streams.map(CataloguePage.streams)),
            ("Handling-Errors", failures.map(CataloguePage.failures)),
            ("Testing-Code", tests.map(CataloguePage.tests)),
        ]
        return articles.compactMap { name, page in page.map { (name, $0) } }
    }

    private var operations: [(operation: API.Operation, group: API.Group)] {
        api.groups.flatMap { group in group.operations.map { ($0, group) } }
    }

    /// The calls of current operations with examples of all that they require.
    private func calls(where isShown: (API.Operation) -> Bool) -> [Call] {
        let shown = operations.filter { isShown($0.operation) && !$0.operation.isDeprecated }
        return shown.prefix(Self.mostCalls).compactMap { operation, group in
            snippets.arguments(of: operation, .brief).map { arguments in
                Call(
                    operation: operation, group: group,
                    snippets: OperationSnippets(operation: operation, group: group, snippets: snippets),
                    arguments: arguments)
            }
        }
    }

    /// One is shown, and looking at all operations of a large API takes time.
    private static let mostCalls = 50

    private func links(where isShown: (API.Operation) -> Bool) -> [String] {
        operations.filter { isShown($0.operation) }.map { links.operation($0, of: $1) }
    }

    private func program(_ lines: [String]) -> [String] {
        snippets.imports(of: lines) + [""] + lines
    }

    // MARK: - The client

    /// An operation that reads without a body, with as few arguments as there are.
    private var simplest: Call? {
        let reading = calls { $0.method == "get" && $0.body == nil && $0.result.type != nil }
        return reading.min { $0.arguments.count < $1.arguments.count }
            ?? calls { $0.result.stream == nil }.first
    }

    private var firstCall: FirstCallView? {
        simplest.map { call in
            FirstCallView(
                client: api.clientName,
                example: program(snippets.client + call.lines),
                environment: environment,
                options: ["let quick = client.with { $0.timeout = .seconds(30) }"]
                    + call.snippets.response(call.arguments, from: "quick"))
        }
    }

    private var environment: [String] {
        let client = ClientPresenter(api: api, names: names, words: words).view
        let isThrowing = client.environment.isRequired
        return ["let client = \(isThrowing ? "try " : "")\(api.clientName)(environment: .process)"]
    }

    private var access: AccessView? {
        let secrets = api.credentials.flatMap(words.secrets)
        guard !secrets.isEmpty else { return nil }
        let hasOAuth = api.credentials.contains { $0.kind.secretType == "OAuth" }
        let client = snippets.client(oauth: #".token("my-access-token")"#, hasAll: true)
        return AccessView(
            client: api.clientName,
            secrets: secrets.map { secret in
                SecretTextView(name: Markdown.code(secret.name), lines: ReferenceText.lines(secret.text))
            },
            example: program(client), hasOAuth: hasOAuth,
            exceptions: operations.filter { $0.operation.security != nil }.map { operation, group in
                RowView(
                    links.operation(operation, of: group),
                    description: words.credentials(operation.security ?? []))
            },
            needs: operations.compactMap { operation, group in
                words.needs(of: operation).map {
                    RowView(links.operation(operation, of: group), description: ReferenceText.cell($0))
                }
            })
    }
}

// MARK: - Kinds of operations

extension CatalogueArticles {
    private var pages: OperationsView? {
        let isPaged = { (operation: API.Operation) in operation.pagination != nil }
        guard let call = calls(where: isPaged).first,
            let items = call.snippets.pages(call.arguments, of: .items),
            let pages = call.snippets.pages(call.arguments, of: .pages)
        else { return nil }
        return OperationsView(
            example: items, variant: pages,
            operations: operations.compactMap { links.pages(of: $0, of: $1) })
    }

    private var streams: OperationsView? {
        let isStream = { (operation: API.Operation) in operation.result.stream != nil }
        let calls = calls(where: isStream)
        return (calls.first { $0.operation.result.stream?.format != .bytes } ?? calls.first).map { call in
            OperationsView(example: call.lines, variant: [], operations: links(where: isStream))
        }
    }

    private var changes: OperationsView? {
        let isChange = { (operation: API.Operation) in patch(of: operation) != nil }
        let program = calls(where: isChange).lazy.compactMap { emptying($0) }.first
        return program.map {
            OperationsView(example: $0, variant: [], operations: links(where: isChange))
        }
    }

    /// The type of a body whose properties may be left unchanged, and the first of them.
    private func patch(of operation: API.Operation) -> (type: API.TypeID, property: Int)? {
        guard let body = operation.body, body.choiceName == nil, let content = body.contents.first,
            case .named(let id) = content.type, case .record(let record) = api.types[id.index].kind
        else { return nil }
        let direction = api.types[id.index].direction
        let index = record.properties.firstIndex {
            $0.hasThreeStates(travelling: direction) && $0.constant == nil && !$0.isDeprecated
        }
        return index.map { (id, $0) }
    }

    /// The call with a property that is emptied.
    private func emptying(_ call: Call) -> [String]? {
        guard let patch = patch(of: call.operation), let content = call.operation.body?.contents.first,
            let example = snippets.example(of: content.type, by: content.demands, .required),
            case .record(let type, var record) = example.undocumented
        else { return nil }
        record.properties.removeAll { $0.index == patch.property }
        record.properties.append((patch.property, .null))
        let code = ExampleCode(types: api.types, names: names, words: words)
        let body = code.expression(.record(type, record))
        let arguments = call.arguments.map { $0.label == "body" ? .init(label: "body", value: body) : $0 }
        return call.snippets.use(call.snippets.call(arguments))
    }
}

// MARK: - Errors and tests

extension CatalogueArticles {
    private var failures: FailuresView? {
        guard let simplest else { return nil }
        let body = calls { !$0.failures.isEmpty }.first
        var types: [(type: API.TypeReference, operations: [String])] = []
        for (operation, group) in operations {
            for failure in operation.failures {
                let link = links.operation(operation, of: group)
                if let index = types.firstIndex(where: { $0.type == failure.type }) {
                    if types[index].operations.last != link { types[index].operations.append(link) }
                } else {
                    types.append((failure.type, [link]))
                }
            }
        }
        return FailuresView(
            example: simplest.lines.map { "    " + $0 },
            body: body.map { $0.snippets.attempt($0.snippets.call($0.arguments)) } ?? [],
            types: types.map { type, operations in
                RowView(
                    links.type(type),
                    description: operations.count > Self.mostLinks
                        ? "\(operations.count) operations" : operations.joined(separator: ", "))
            })
    }

    private static let mostLinks = 5

    private struct Answer {
        let call: Call
        let json: String
    }

    /// Calls that are answered from memory, with the shortest JSON.
    private var tests: ClientTestsView? {
        let answers = calls(where: \.result.isJSON).compactMap { call in
            answer(to: call.operation).map { Answer(call: call, json: $0) }
        }
        guard let shortest = answers.min(by: { $0.json.count < $1.json.count }) else { return nil }
        let call = shortest.call
        let response = ".json(\(SwiftLiteral.raw(shortest.json)))"
        let prefix = snippets.runtimePrefix
        let memory =
            ["let transport = InMemoryTransport { _ in", "    \(response)", "}"]
            + client("ClientConfiguration(transport: transport)") + call.lines
        let script =
            [
                "let clock = FakeClock()", "let transport = ScriptedTransport([",
                "    .empty(status: .serviceUnavailable),", "    \(response),", "])",
            ] + client(".reproducible(transport: transport, clock: clock)") + call.lines + [
                "try transport.checkAllUsed()"
            ]
        return ClientTestsView(
            example: program(memory),
            script: (snippets.imports(of: script) + ["import \(prefix)APIRuntimeTesting"]).sorted() + [""]
                + script)
    }

    private func client(_ configuration: String) -> [String] {
        snippets.client(
            oauth: #".token("any")"#,
            with: [.init(label: "configuration", value: .literal(configuration))])
    }

    private func answer(to operation: API.Operation) -> String? {
        operation.result.type.flatMap { type in
            snippets.example(
                of: type, by: operation.result.demands, .brief, travelling: [.received]
            )?.json(of: api.types).line
        }
    }
}

extension API.Result {
    /// Whether the body is JSON of one type.
    fileprivate var isJSON: Bool {
        guard let type, choice == nil, stream == nil else { return false }
        let isNamed = type.declaration != nil
        return isNamed && (accept.isEmpty || accept.contains { $0.contains("json") })
    }
}

extension Example {
    /// The value, wherever it comes from.
    fileprivate var undocumented: Example {
        if case .documented(_, let example) = self { example.undocumented } else { self }
    }
}
