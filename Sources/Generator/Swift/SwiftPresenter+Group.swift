extension SwiftPresenter {
    func present(_ group: API.Group) -> GroupView {
        let descriptions = group.descriptions.compactMap(told)
        let words = descriptions.isEmpty ? ["Operations of the service."] : descriptions
        var doc = DocComment(words.joined(separator: "\n\n"), indent: 0)
        for link in group.links { doc.add(self.words(link), indent: 0) }
        return GroupView(
            source: source,
            clientName: clientName,
            name: group.name.escaped,
            typeName: group.typeName,
            doc: doc.comment,
            usesFoundation: group.operations.contains { $0.usedTypes.contains(where: \.usesFoundation) },
            operations: group.operations.map(present),
            choices: group.operations.flatMap(choices),
        )
    }

    private func present(_ operation: API.Operation) -> OperationView {
        let path = SwiftLiteral.string(operation.path)
        let id = SwiftLiteral.string(operation.id)
        let statements = statements(of: operation)
        let bodySwitch = bodySwitch(operation)
        let isChanged = !statements.isEmpty || bodySwitch != nil || operation.security != nil
        return OperationView(
            name: operation.name.escaped,
            doc: doc(of: operation).comment,
            isDeprecated: operation.isDeprecated,
            parameters: operation.parameters.map(declaration)
                + bodyDeclarations(operation),
            result: result(of: operation),
            stream: operation.result.stream.map(\.format.argument),
            streamStatements: streamStatements(of: operation),
            request: CallView(
                "\(isChanged ? "var" : "let") request = Request",
                [operation.methodArgument, path, "operation: \(id)"] + dateDecimals(operation),
                indent: 8,
            ),
            statements: statements,
            bodySwitch: bodySwitch,
            security: operation.security.map(Self.literal),
            pages: operation.pagination.map { present($0, of: operation) },
        )
    }

    /// The decimals of dates, where the service minds them and dates are sent.
    private func dateDecimals(_ operation: API.Operation) -> [String] {
        guard let decimals = api.dateDecimals, api.hasDates(operation.sentTypes) else { return [] }
        return ["dateDecimals: \(decimals)"]
    }

    func declaration(_ parameter: API.Parameter) -> String {
        let type = types.name(of: parameter.type)
        let name = parameter.name.parameter
        return parameter.isRequired ? "\(name): \(type)" : "\(name): \(type)? = nil"
    }
}

// MARK: - Statements

extension SwiftPresenter {
    /// The server, then one for each parameter, then the body, the rules and what may come back.
    private func statements(of operation: API.Operation) -> [CallView] {
        let parameters = operation.parameters.map { parameter in
            call(parameter.location.rawValue, arguments(of: parameter))
        }
        let received = acceptCalls(operation) + successCalls(operation) + failureCalls(operation)
        return serverCalls(operation) + parameters + bodyCalls(operation) + operation.rules.flatMap(calls)
            + received
    }

    /// The call that takes redirects for answers.
    private func successCalls(_ operation: API.Operation) -> [CallView] {
        let redirects = operation.result.redirects.map(\.argument)
        return redirects.isEmpty ? [] : [call("success", redirects)]
    }

    /// One call for each type, with its statuses.
    private func failureCalls(_ operation: API.Operation) -> [CallView] {
        var seen: Set<API.TypeReference> = []
        return operation.failures.map(\.type).filter { seen.insert($0).inserted }.map { type in
            let statuses = operation.failures.filter { $0.type == type }.map(\.status.argument)
            return call("failure", statuses + ["as: \(types.name(of: type)).self"])
        }
    }

    private func call(_ method: String, _ arguments: [String]) -> CallView {
        CallView("request.\(method)", arguments, indent: 8)
    }

    private func arguments(of parameter: API.Parameter) -> [String] {
        if let encodings = parameter.form {
            return [SwiftLiteral.string(parameter.wireName), "form: \(parameter.name.value)"]
                + fields(encodings, 8)
        }
        var arguments = [SwiftLiteral.string(parameter.wireName), value(of: parameter)]
        let serialization = parameter.serialization
        if let style = serialization.style { arguments.append("style: .\(style)") }
        if let explode = serialization.explode { arguments.append("explode: \(explode)") }
        if serialization.allowsReserved { arguments.append("allowReserved: true") }
        if parameter.isSensitive { arguments.append("sensitive: true") }
        return arguments + parameter.limits.map(\.argument)
    }

    private func value(of parameter: API.Parameter) -> String {
        let name = parameter.name.value
        guard parameter.isJSONText else { return name }
        return parameter.isRequired ? "JSONText(\(name))" : "\(name).map { JSONText($0) }"
    }

    private func calls(_ rule: API.ParameterRule) -> [CallView] {
        func names(_ parameters: [API.Parameter]) -> [String] {
            parameters.map { SwiftLiteral.string($0.wireName) }
        }
        switch rule {
        case .requires(let trigger, let others):
            return others.map {
                call("require", names([$0]) + ["with: \(SwiftLiteral.string(trigger.wireName))"])
            }
        case .excludes(let trigger, let others):
            return [call("exclude", names(others) + ["with: \(SwiftLiteral.string(trigger.wireName))"])]
        }
    }
}

extension Identifier {
    /// Names of the method's own variables: a parameter of that name has another one inside.
    private static let taken: Set<String> = ["api", "request"]
    /// What parameters of these names are called inside.
    static let renamed = taken.map { $0 + "Value" }

    /// As the parameter of a method is declared.
    var parameter: String {
        Self.taken.contains(text) ? "\(label) \(value)" : label
    }

    /// As the parameter is referred to in the method.
    var value: String {
        Self.taken.contains(text) ? text + "Value" : escaped
    }
}

extension API.Operation {
    /// The method in the standard's own words, such as `GET`.
    var verb: String {
        HTTPMethods.standard.contains(method) || method == "query" ? method.uppercased() : method
    }

    fileprivate var methodArgument: String {
        HTTPMethods.standard.contains(method) ? ".\(method)" : SwiftLiteral.string(verb)
    }

    var usedTypes: [API.TypeReference] { sentTypes + result.types }
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
