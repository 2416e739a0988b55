/// Writes programs that call an operation.
struct SnippetPresenter {
    let api: API
    let names: Names
    let words: Words
    /// What the names of the runtime's modules begin with.
    var runtimePrefix = ""
    /// The columns of a line.
    static let width = 100

    private var code: ExampleCode { ExampleCode(types: api.types, names: names, words: words) }

    /// The code that makes a client.
    var client: [String] {
        let hasTokenEndpoint = api.credentials.contains { credential in
            if case .oauth(_, let endpoints) = credential.kind {
                endpoints.token != nil || endpoints.discovery != nil
            } else {
                false
            }
        }
        return client(
            oauth: hasTokenEndpoint
                ? #".clientCredentials(id: "my-client-id", secret: "my-client-secret")"#
                : #".token("my-access-token")"#)
    }

    /// - Parameters:
    ///   - oauth: What access tokens are got by.
    ///   - hasAll: Whether all secrets are there, or as few as the service takes.
    ///   - others: Further arguments.
    func client(
        oauth: String, hasAll: Bool = false, with others: [SwiftExpression.Argument] = [],
    ) -> [String] {
        let secrets = api.credentials.flatMap { credential in
            credential.kind.secrets.map { (secret: $0, isOAuth: credential.kind.secretType == "OAuth") }
        }
        let isAnyRequired = secrets.contains { $0.secret.isRequired }
        let supplied =
            hasAll
            ? secrets : isAnyRequired ? secrets.filter { $0.secret.isRequired } : Array(secrets.prefix(1))
        let arguments = supplied.map { secret, isOAuth in
            SwiftExpression.Argument(
                label: names[secret.name].label,
                value: .literal(
                    isOAuth
                        ? oauth : SwiftLiteral.string("my-" + ExampleText.words(names[secret.name].text))))
        }
        let call = SwiftExpression.call(api.clientName, arguments + [server].compactMap(\.self) + others)
        return Self.statement("let client = ", then: call)
    }

    /// The argument for the server, unless the client has a default.
    private var server: SwiftExpression.Argument? {
        let servers = ServerPresenter(
            servers: api.servers, clientName: api.clientName, names: names, words: words
        ).views
        guard !servers.contains(where: \.isDefault) else { return nil }
        guard let server = servers.first else {
            return .init(label: "server", value: .literal(#"APIServer("https://api.example.com")"#))
        }
        let variables = server.variables.filter { $0.defaultValue == nil }.map { variable in
            let isUnlabelled = variable.parameter.hasPrefix("_ ")
            return SwiftExpression.Argument(
                label: isUnlabelled ? nil : variable.parameter,
                value: .literal(SwiftLiteral.string(Self.sample(of: variable.name))))
        }
        let value: SwiftExpression =
            server.variables.isEmpty ? .literal(".\(server.name)") : .call(".\(server.name)", variables)
        return .init(label: "server", value: value)
    }

    static func sample(of variable: String) -> String {
        variable == "origin" ? "https://api.example.com" : "my-" + ExampleText.words(variable)
    }

    /// An example of a value. What it takes from the document is recorded as included in the output.
    func example(
        of type: API.TypeReference, by demands: ExampleDemands, _ size: ExampleMaker.Size,
        travelling direction: API.Direction = [.sent],
    ) -> Example? {
        let maker = ExampleMaker(api, size: size, travelling: direction)
        let example = maker.example(of: type, by: demands)
        for node in example?.nodes ?? [] { words.tell(node) }
        return example
    }

    /// The imports that code needs.
    func imports(of code: [String]) -> [String] {
        let text = code.joined(separator: "\n")
        let foundation = ["UUID(", "URL(", "Date(", "Data(", "Decimal("].contains { text.contains($0) }
        let isOAuth = api.credentials.contains { $0.kind.secretType == "OAuth" }
        let modules = [
            foundation ? "Foundation" : nil, isOAuth ? "\(runtimePrefix)APIOAuth" : nil,
            "\(runtimePrefix)APIRuntime", api.service,
        ]
        return modules.compactMap(\.self).sorted().map { "import \($0)" }
    }

    static func statement(_ start: String, then expression: SwiftExpression) -> [String] {
        var lines = expression.lines(width: width, after: start.count)
        lines[0] = start + lines[0]
        return lines
    }
}

// MARK: - Calls

/// Values for a call of an operation.
struct CallExample {
    let parameters: [(parameter: API.Parameter, value: Example)]
    /// The content of the body; its value is `nil` if it is bytes that the caller has.
    let body: (content: API.Content, value: Example?)?
}

extension SnippetPresenter {
    /// Values for a call with the required parameters, or with all.
    ///
    /// - Returns: `nil` if there is no example of something that is required.
    func example(of operation: API.Operation, _ size: ExampleMaker.Size) -> CallExample? {
        var parameters: [(parameter: API.Parameter, value: Example)] = []
        for parameter in operation.shown(size) {
            let value = example(of: parameter.type, by: parameter.demands, size)
            if let value, parameter.canSend(value.json(of: api.types)) {
                parameters.append((parameter, value))
            } else if parameter.isRequired {
                return nil
            }
        }
        let isUsual = ["post", "put", "patch"].contains(operation.method)
        guard let body = operation.body, body.isRequired || size == .complete || isUsual else {
            return CallExample(parameters: parameters, body: nil)
        }
        let content = example(of: body, size)
        return content == nil && body.isRequired ? nil : CallExample(parameters: parameters, body: content)
    }

    private func example(
        of body: API.Body, _ size: ExampleMaker.Size,
    ) -> (content: API.Content, value: Example?)? {
        for content in body.contents {
            guard content.isWritten else { return (content, nil) }
            if let value = example(of: content.type, by: content.demands, size) { return (content, value) }
        }
        return nil
    }

    /// The arguments of a call with the required parameters, or with all.
    ///
    /// - Returns: `nil` if there is no example of something that is required.
    func arguments(
        of operation: API.Operation, _ size: ExampleMaker.Size,
    ) -> [SwiftExpression.Argument]? {
        guard let example = example(of: operation, size) else { return nil }
        var arguments = example.parameters.map { parameter, value in
            SwiftExpression.Argument(label: names[parameter.name].label, value: code.expression(value))
        }
        guard let body = operation.body, let (content, value) = example.body else { return arguments }
        let bytes = SwiftExpression.literal(#"Data("content".utf8)"#)
        arguments.append(
            .init(label: "body", value: argument(content, of: body, as: value.map(code.expression) ?? bytes)))
        if body.takesMediaType, body.contents.first?.mediaType == nil {
            arguments.append(.init(label: "contentType", value: .literal(#""application/octet-stream""#)))
        }
        return arguments
    }

    /// The content as the only one of a body, or as one of several.
    private func argument(
        _ content: API.Content, of body: API.Body, as value: SwiftExpression,
    ) -> SwiftExpression {
        guard body.choiceName != nil else { return value }
        var arguments = [SwiftExpression.Argument(label: nil, value: value)]
        if content.takesMediaType, content.mediaType == nil {
            arguments.append(
                .init(label: "contentType", value: .literal(SwiftLiteral.string(content.sample))))
        }
        return .call(".\(names[content.name].escaped)", arguments)
    }

    func call(
        _ operation: API.Operation, of group: API.Group, on client: String = "client",
        _ arguments: [SwiftExpression.Argument]
    )
        -> SwiftExpression
    {
        .call("\(client).\(names[group.name].escaped).\(names[operation.name].escaped)", arguments)
    }
}

extension API.Content {
    /// A media type that the content may have.
    var sample: String {
        mediaType ?? choices.first { !$0.contains("*") } ?? "application/octet-stream"
    }
}

extension API.Operation {
    /// The parameters of an example: those that are required, or as many as the rules between them allow.
    fileprivate func shown(_ size: ExampleMaker.Size) -> [API.Parameter] {
        var names = Set(parameters.filter(\.isRequired).map(\.name))
        let optional =
            size == .complete
            ? parameters.filter { !$0.isRequired && !$0.isDeprecated && !$0.isContentEncoding } : []
        for parameter in optional where !rules.contains(where: { $0.excludes(parameter.name, names) }) {
            names.insert(parameter.name)
        }
        for parameter in optional where rules.contains(where: { $0.lacks(parameter.name, names) }) {
            names.remove(parameter.name)
        }
        return parameters.filter { names.contains($0.name) }
    }
}

extension API.Parameter {
    /// Whether it tells how the body is encoded, which no example is.
    fileprivate var isContentEncoding: Bool {
        location == .header && wireName.lowercased() == "content-encoding"
    }

    /// Whether its style is defined for a value (OpenAPI 3.1, section 4.8.12.4).
    fileprivate func canSend(_ value: JSONExample) -> Bool {
        isJSONText || form != nil || serialization.style == "deepObject" || !value.isNested
    }
}

extension API.ParameterRule {
    /// Whether a parameter cannot be set beside others.
    fileprivate func excludes(_ name: API.Name, _ present: Set<API.Name>) -> Bool {
        guard case .excludes(let trigger, let others) = self else { return false }
        let names = others.map(\.name)
        return trigger.name == name && !present.isDisjoint(with: names)
            || names.contains(name) && present.contains(trigger.name)
    }

    /// Whether a parameter needs one that is not there.
    fileprivate func lacks(_ name: API.Name, _ present: Set<API.Name>) -> Bool {
        guard case .requires(let trigger, let others) = self, trigger.name == name else { return false }
        return !others.allSatisfy { present.contains($0.name) }
    }
}
