/// An operation as a method.
struct OperationPresenter {
    let operation: API.Operation
    let group: API.Group
    let api: API
    let names: Names
    let words: Words

    private var streams: StreamPresenter { StreamPresenter(operation: operation, api: api, names: names) }
    private var bodies: BodyPresenter {
        BodyPresenter(operation: operation, names: names, streams: streams)
    }

    var view: OperationView {
        let statements = statements
        let bodySwitch = bodies.selection
        let isChanged = !statements.isEmpty || bodySwitch != nil || operation.security != nil
        let doc = OperationDoc(
            operation: operation, names: names, words: words, streamWords: streams.words, example: example)
        return OperationView(
            name: names[operation.name].escaped,
            doc: doc.comment.lines,
            isDeprecated: operation.isDeprecated,
            parameters: operation.parameters.map(names.declaration) + bodies.declarations,
            result: result,
            stream: operation.result.stream.map(\.format.argument),
            streamStatements: streams.statements,
            request: request(isChanged: isChanged),
            statements: statements,
            bodySwitch: bodySwitch,
            security: operation.security.map(SwiftLiteral.security),
            pages: operation.pagination.map {
                PagesPresenter(
                    operation: operation, pagination: $0, bodyDeclarations: bodies.declarations, api: api,
                    names: names, words: words
                ).view
            },
            links: operation.linkMethods.map {
                LinkPresenter(
                    link: $0, operation: operation, bodyDeclarations: bodies.declarations, result: result,
                    api: api,
                    names: names, words: words
                ).view
            },
        )
    }

    /// A short call; empty if there is no example of something that is required, or if it is long.
    private var example: [String] {
        let snippets = SnippetPresenter(api: api, names: names, words: words)
        guard let arguments = snippets.arguments(of: operation, .brief) else { return [] }
        let hasResult = result != nil
        let lines = SnippetPresenter.statement(
            hasResult ? "let result = try await " : "try await ",
            then: snippets.call(operation, of: group, arguments))
        return lines.count <= Self.mostExampleLines ? lines : []
    }

    private static let mostExampleLines = 12

    var choices: [ChoiceView] {
        ChoicePresenter(operation: operation, names: names, words: words).views
    }

    private var result: String? {
        if let stream = operation.result.stream { return "ResponseStream<\(names.type( stream.item))>" }
        return operation.result.choice.map { names[$0.name].text } ?? operation.result.type.map(names.type)
    }

    private func request(isChanged: Bool) -> CallView {
        let path = SwiftLiteral.string(operation.path)
        let id = SwiftLiteral.string(operation.id)
        return CallView(
            "\(isChanged ? "var" : "let") request = Request",
            with: [operation.methodArgument, path, "operation: \(id)"] + dateDecimals)
    }

    /// The argument for the decimal places of dates, if the service restricts them and the operation sends dates.
    private var dateDecimals: [String] {
        guard let decimals = api.dateDecimals, api.hasDates(operation.sentTypes) else { return [] }
        return ["dateDecimals: \(decimals)"]
    }

    /// The calls that set the server, the parameters and the body, check the rules, and declare the expected responses.
    private var statements: [CallView] {
        let parameters = operation.parameters.map(names.call(of:))
        let rules = operation.rules.flatMap(\.calls)
        return serverCalls + parameters + idempotencyCalls + bodies.calls + rules + acceptCalls + successCalls
            + failureCalls
    }

    /// The call that sets the operation's own server.
    private var serverCalls: [CallView] {
        guard let server = operation.server else { return [] }
        let url = SwiftLiteral.string(server.url)
        let variables = SwiftLiteral.strings(server.variables.map { (key: $0.name, value: $0.value) })
        let arguments =
            server.variables.isEmpty ? [url] : ["template: \(url)", "variables: \(variables)"]
        return [CallView("request.server = BaseURL", with: arguments)]
    }

    /// The call that names the idempotency header, for methods that are not idempotent (RFC 9110, section 9.2.2).
    private var idempotencyCalls: [CallView] {
        guard let header = operation.idempotencyHeader, ["post", "patch"].contains(operation.method) else {
            return []
        }
        return [CallView("request.idempotencyKey", with: ["in: \(SwiftLiteral.string(header))"])]
    }

    /// The call that sets the accepted media types.
    private var acceptCalls: [CallView] {
        let accept = operation.result.stream.flatMap(\.accept) ?? operation.result.accept
        // JSON is the default. It is made explicit for `Data`, which would otherwise be the undecoded body.
        let isWritten = operation.result.type?.isBytes ?? false
        guard !accept.isEmpty, accept != ["application/json"] || isWritten else { return [] }
        return [CallView("request.accept", with: accept.map(SwiftLiteral.string))]
    }

    /// The call that declares redirects as successful responses.
    private var successCalls: [CallView] {
        let redirects = operation.result.redirects.map(\.argument)
        return redirects.isEmpty ? [] : [CallView("request.success", with: redirects)]
    }

    /// One call for each error type, with its status codes.
    private var failureCalls: [CallView] {
        var seen: Set<API.TypeReference> = []
        return operation.failures.map(\.type).filter { seen.insert($0).inserted }.map { type in
            let statuses = operation.failures.filter { $0.type == type }.map(\.status.argument)
            return CallView("request.failure", with: statuses + ["as: \(names.type( type)).self"])
        }
    }
}

extension API.Operation {
    fileprivate var methodArgument: String {
        HTTPMethods.standard.contains(method) ? ".\(method)" : SwiftLiteral.string(verb)
    }

    /// The types that the interface of its methods names.
    var usedTypes: [API.TypeReference] {
        sentTypes + result.types + [pagination?.item].compactMap(\.self) + linkMethods.map(\.response)
    }
}

extension API.Stream {
    /// The media type to accept; `nil` for chunks of bytes, which are those of the value.
    fileprivate var accept: [String]? { format == .bytes ? nil : [mediaType] }
}

extension API.TypeReference {
    fileprivate var isBytes: Bool {
        switch self {
        case .scalar(.data), .nullable(.scalar(.data)): true
        case .scalar, .array, .dictionary, .nullable, .named, .own: false
        }
    }
}

extension API.Failure.Status {
    fileprivate var argument: String {
        switch self {
        case .code(let code): "\(code)"
        case .range(let hundred): ".range(\(hundred)00...\(hundred)99)"
        case .other: ".other"
        }
    }
}
