import SourceText

extension Lowering {
    /// `nil` after a report.
    mutating func lowerOperation(_ operation: OpenAPI.Operation, at path: OpenAPI.PathItem) -> API.Operation?
    {
        let id = operation.id ?? derivedID(of: operation, at: path)
        let wanted = SwiftNames.method(operation.swiftName?.text ?? id.value).text
        let range = operation.swiftName?.range ?? id.range
        let (text, clash) = operationNames.claim(wanted, for: id.value, at: range)
        diagnostics.report(clash)
        let name = Identifier(text: text)
        if !operation.servers.isEmpty || !path.servers.isEmpty { diagnostics.report(.ownServers(operation)) }
        let parameters = lowerParameters(of: operation, at: path)
        let result = lowerResult(of: operation, name)
        return API.Operation(
            name: name,
            id: id.value,
            method: operation.method,
            path: path.template.value,
            summary: operation.summary,
            description: operation.description,
            isDeprecated: operation.isDeprecated,
            parameters: parameters,
            body: operation.body.flatMap { lowerBody($0, of: name) },
            result: result,
            failures: lowerFailures(of: operation, name),
            rules: operation.rules.compactMap { lowerRule($0, parameters) },
            permissions: operation.permissions.map(lowerPermissions),
            pagination: operation.pagination.flatMap { lowerPagination($0, of: name, parameters, result) },
            security: operation.security.map { lowerSecurity($0) },
        )
    }

    /// A name for an operation without one, from its method and its path.
    private mutating func derivedID(
        of operation: OpenAPI.Operation,
        at path: OpenAPI.PathItem,
    ) -> OpenAPI.Located<String> {
        let name = SwiftNames.method("\(operation.method) \(path.template.value)").text
        diagnostics.report(.missingOperationID(operation, path.template.value, name))
        return OpenAPI.Located(value: name, range: operation.range)
    }

    private func lowerPermissions(_ permissions: OpenAPI.Permissions) -> API.Permissions {
        switch permissions {
        case .any(let names): .any(names)
        case .all(let names): .all(names)
        case .none: .none
        }
    }

    /// A name for what an operation needs and nobody named, such as `GetPetResponse`.
    private func hint(_ operation: Identifier, _ what: String) -> NameHint {
        NameHint(word: "\(operation.text) \(what)", parent: nil)
    }
}

// MARK: - Bodies and responses

extension Lowering {
    private mutating func lowerBody(_ body: OpenAPI.RequestBody, of operation: Identifier) -> API.Body? {
        guard let schema = jsonSchema(body.content) else { return nil }
        let resolved = resolve(schema, hint: hint(operation, "body"))
        return API.Body(
            type: resolved.type,
            isRequired: body.isRequired,
            description: body.description ?? resolved.description,
        )
    }

    /// The schema of the JSON among some media types. Others are reported.
    private mutating func jsonSchema(_ content: [OpenAPI.MediaType]) -> OpenAPI.Schema.ID? {
        for mediaType in content where !Self.isJSON(mediaType.name.value) {
            diagnostics.report(.unsupportedMediaType(mediaType))
        }
        return content.first { Self.isJSON($0.name.value) }?.schema
    }

    private static func isJSON(_ mediaType: String) -> Bool {
        let name = mediaType.prefix { $0 != ";" }.lowercased()
        return name == "application/json" || name.hasSuffix("+json")
    }

    private mutating func lowerResult(of operation: OpenAPI.Operation, _ name: Identifier) -> API.Result {
        let successes = operation.responses.filter { $0.status.isSuccess }
        if successes.isEmpty { diagnostics.report(.noSuccess(operation)) }
        let withContent = successes.filter { !$0.content.isEmpty }
        guard let response = withContent.first, let schema = jsonSchema(response.content) else {
            return API.Result(type: nil, description: successes.first?.description)
        }
        if let second = withContent.dropFirst().first, jsonSchema(second.content) != schema {
            diagnostics.report(.severalSuccesses(response, second))
        }
        let resolved = resolve(schema, hint: hint(name, "response"))
        return API.Result(
            type: resolved.isNullable ? .nullable(resolved.type) : resolved.type,
            description: response.description,
        )
    }

    private mutating func lowerFailures(of operation: OpenAPI.Operation, _ name: Identifier) -> [API.Failure]
    {
        operation.responses.filter { !$0.status.isSuccess }.compactMap { response in
            guard let schema = jsonSchema(response.content) else { return nil }
            let type = resolve(schema, hint: hint(name, "\(response.status.word) error")).type
            return API.Failure(status: response.status.lowered, type: type)
        }
    }
}

extension OpenAPI.Response.Status {
    var isSuccess: Bool {
        switch self {
        case .code(let code): (200...299).contains(code)
        case .range(let hundred): hundred == 2
        case .other: false
        }
    }

    fileprivate var word: String {
        switch self {
        case .code(let code): "\(code)"
        case .range(let hundred): "\(hundred)XX"
        case .other: "default"
        }
    }

    fileprivate var lowered: API.Failure.Status {
        switch self {
        case .code(let code): .code(code)
        case .range(let hundred): .range(hundred)
        case .other: .other
        }
    }
}
