import APIGenSourceText
import APIGenYAML

/// Lowers operations, webhooks and callbacks.
struct OperationLowering: LoweringPass {
    let lowering: Lowering

    /// The methods of an operation: one, or two if the caller chooses between a value and a stream.
    func lowerOperation(_ operation: OpenAPI.Operation, at path: OpenAPI.PathItem) -> [API.Operation] {
        let given = operation.id.flatMap { $0.value.isEmpty ? nil : $0 }
        let id = given ?? derivedID(of: operation, at: path)
        note(operation)
        let range = operation.swiftName?.range ?? id.range
        let texts = nameTexts(of: operation, id: id.value, at: path).map { API.NameWords($0) }
        let name = self.name(
            .method, texts[0], or: Array(texts.dropFirst()), in: .methods, for: id.value, at: range)
        let body = operation.body.flatMap { lowering.bodies.lowerBody($0, of: operation, named: name) }
        let inPath = (path.parameters + operation.parameters).filter { $0.location == .path }.map(\.name)
        let template = lowering.paths.lowerTemplate(path.template, declared: inPath)
        let parameters = lowering.parameters.lowerParameters(of: operation, at: path, template, beside: body)
        let result = lowering.results.lowerResult(of: operation, name)
        builder.operations[name] = operation
        let lowered = API.Operation(
            name: name,
            id: id.value,
            method: operation.method,
            path: template.value,
            summary: operation.summary ?? path.summary,
            description: operation.description ?? path.description,
            externalDocs: operation.externalDocs,
            isDeprecated: operation.isDeprecated,
            parameters: parameters,
            body: body,
            server: lowerServer(of: operation, at: path),
            result: result,
            failures: lowering.results.lowerFailures(of: operation, name),
            failureNotes: lowering.results.failureNotes(of: operation),
            rules: operation.rules.compactMap { lowering.parameters.lowerRule($0, among: parameters) },
            permissions: operation.permissions.map(lowerPermissions),
            idempotencyHeader: operation.idempotencyHeader ?? builder.document.idempotencyHeader,
            security: operation.security.map { lowering.security.lowerSecurity($0) },
            scopes: lowering.security.scopes(in: operation.security ?? builder.document.security ?? []),
        )
        return lowering.streams.methods(of: lowered, at: range)
    }

    /// The candidates for the name of an operation, the preferred one first.
    private func nameTexts(
        of operation: OpenAPI.Operation,
        id: String,
        at path: OpenAPI.PathItem,
    ) -> [String] {
        if let chosen = operation.swiftName { return [chosen.text] }
        guard builder.config.nameSteps.contains(.frameworks) else { return [id] }
        if let other = operation.otherName { recorder?.note(other.node, as: .typed) }
        let other =
            operation.otherName?.text
            ?? OperationID(id).own(method: operation.method, path: path.template.value)
        return [other, id].compactMap(\.self)
    }

    /// An ID for an operation without `operationId`, from its method and path.
    private func derivedID(
        of operation: OpenAPI.Operation,
        at path: OpenAPI.PathItem,
    ) -> OpenAPI.Located<String> {
        let name = "\(operation.method) \(path.template.value)".camelCased
        report(.missingOperationID(operation, at: path.template.value, named: name))
        return OpenAPI.Located(value: name, range: operation.range)
    }

    private func note(_ operation: OpenAPI.Operation) {
        note(
            operation.node, by: "operationId", "x-swift-name", "tags", "deprecated", "parameters",
            "responses",
            "callbacks", "servers", "security", "x-dependent-required", "x-mutually-exclusive",
            "x-idempotency")
        note("x-permissions", of: operation.node, as: .documentation)
        // The first tag determines the group.
        operation.node["tags"]?.children.dropFirst().forEach { note($0, as: .dropped) }
    }

    private func lowerPermissions(_ permissions: OpenAPI.Permissions) -> API.Permissions {
        switch permissions {
        case .any(let names): .any(names)
        case .all(let names): .all(names)
        case .none: .none
        }
    }
}

// MARK: - Servers

extension OperationLowering {
    /// The server of an operation or its path, unless it is one of the document's own servers. The first of several is
    /// used.
    private func lowerServer(
        of operation: OpenAPI.Operation,
        at path: OpenAPI.PathItem,
    ) -> API.OperationServer? {
        let servers = operation.servers.isEmpty ? path.servers : operation.servers
        for other in path.servers + operation.servers { note(other.node, as: .unreached) }
        guard let server = servers.first else { return nil }
        if servers.count > 1 {
            report(.furtherServer(servers[1], first: server))
            note(servers[1].node, as: .reported)
        }
        guard !builder.document.servers.contains(where: { $0.url.value == server.url.value }) else {
            note(server)
            return nil
        }
        let variables = server.variables.map { (name: $0.name, value: $0.defaultValue.value) }
        let url = lowering.servers.ownURL(of: server)
        // The variables of the client's servers apply, too.
        let others = builder.document.servers.flatMap(\.variables).map {
            (name: $0.name, value: $0.defaultValue.value)
        }
        let example = url.hasPrefix("/") ? "https://example.com" + url : url
        if let problem = lowering.servers.problem(of: example, variables + others) {
            report(
                .unusableServer(
                    server.url, problem: problem,
                    consequence: "the operation goes to the server of the client"))
            note(server.node, as: .reported)
            return nil
        }
        note(server)
        return API.OperationServer(url: url, description: server.description, variables: variables)
    }

    /// Records a server of an operation: it has no Swift name, and its variables have their defaults.
    private func note(_ server: OpenAPI.Server) {
        note(server.node, by: "url", "variables")
        note("name", "x-swift-name", of: server.node, as: .dropped)
        for variable in server.variables {
            note(variable.node, by: "default")
            note(
                "enum", "x-swift-name", "x-enum-varnames", "x-enum-descriptions", of: variable.node,
                as: .dropped)
        }
    }
}
