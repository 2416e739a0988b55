import SourceText

extension Lowering {
    /// The parameters of the path and of the operation, in document order; the operation's own win.
    mutating func lowerParameters(of operation: OpenAPI.Operation, at path: OpenAPI.PathItem) -> [API
        .Parameter]
    {
        let own = operation.parameters
        let inherited = path.parameters.filter { parameter in
            !own.contains { $0.name == parameter.name && $0.location == parameter.location }
        }
        let parameters = withoutDuplicates(inherited + own)
        checkTemplate(path.template, parameters, operation)
        var names = NameScope()
        if operation.body != nil { names.reserve("body") }
        return parameters.map { parameter in
            let lowered = lower(parameter, of: operation)
            diagnostics.report(names.claim(lowered.name.text, for: parameter.name, at: parameter.range))
            return lowered
        }
    }

    private mutating func lower(_ parameter: OpenAPI.Parameter, of operation: OpenAPI.Operation)
        -> API.Parameter
    {
        let word = "\(operation.id?.value ?? "") \(parameter.name)"
        let hint = NameHint(word: word, parent: nil)
        let resolved =
            parameter.schema.map { resolve($0, hint: hint) } ?? ResolvedSchema(type: .scalar(.string))
        checkType(resolved.type, of: parameter)
        return API.Parameter(
            name: SwiftNames.member(parameter.swiftName?.text ?? parameter.name),
            wireName: parameter.name,
            location: parameter.location.lowered,
            type: resolved.type,
            isRequired: parameter.isRequired,
            isDeprecated: parameter.isDeprecated,
            isSensitive: resolved.isSensitive,
            serialization: serialization(of: parameter),
            limits: resolved.limits,
            defaultValue: resolved.defaultValue,
            description: parameter.description ?? resolved.description,
        )
    }

    /// What differs from the standard's defaults: form in queries and cookies, simple elsewhere, and explode for
    /// form alone.
    private func serialization(of parameter: OpenAPI.Parameter) -> API.Serialization {
        let isForm = parameter.location == .query || parameter.location == .cookie
        let defaultStyle: OpenAPI.Parameter.Style = isForm ? .form : .simple
        let style = parameter.style ?? defaultStyle
        let defaultExplode = style == .form
        return API.Serialization(
            style: style == defaultStyle ? nil : style.rawValue,
            explode: parameter.explode == defaultExplode ? nil : parameter.explode,
            allowsReserved: parameter.allowsReserved,
        )
    }

    /// Objects with properties of their own have no encoding as a parameter yet.
    private mutating func checkType(_ type: API.TypeReference, of parameter: OpenAPI.Parameter) {
        switch type {
        case .array(let element): checkType(element, of: parameter)
        case .named(let id):
            guard let schema = document.schemas[types[id].schema], case .record = shape(of: schema) else {
                return
            }
            diagnostics.report(.objectParameter(parameter))
        case .scalar, .dictionary, .nullable: return
        }
    }
}

// MARK: - Checks

extension Lowering {
    private mutating func withoutDuplicates(_ parameters: [OpenAPI.Parameter]) -> [OpenAPI.Parameter] {
        var unique: [OpenAPI.Parameter] = []
        for parameter in parameters {
            let first = unique.first { $0.name == parameter.name && $0.location == parameter.location }
            if let first {
                diagnostics.report(.duplicateParameter(parameter, first: first))
            } else {
                unique.append(parameter)
            }
        }
        return unique
    }

    /// Each `{name}` of a path needs a parameter, and each path parameter a `{name}`.
    private mutating func checkTemplate(
        _ template: OpenAPI.Located<String>,
        _ parameters: [OpenAPI.Parameter],
        _ operation: OpenAPI.Operation,
    ) {
        let names = Self.names(inTemplate: template.value)
        let declared = parameters.filter { $0.location == .path }
        for name in names where !declared.contains(where: { $0.name == name }) {
            diagnostics.report(.undeclaredPathParameter(name, template, declared.map(\.name), operation))
        }
        for parameter in declared where !names.contains(parameter.name) {
            diagnostics.report(.unusedPathParameter(parameter, template, names))
        }
    }

    static func names(inTemplate template: String) -> [String] {
        template.split(separator: "{").dropFirst().compactMap { part in
            part.firstIndex(of: "}").map { String(part[..<$0]) }
        }
    }

    mutating func lowerRule(_ rule: OpenAPI.ParameterRule, _ parameters: [API.Parameter]) -> API
        .ParameterRule?
    {
        guard let trigger = find(rule.trigger, parameters) else { return nil }
        let others = rule.others.compactMap { find($0, parameters) }
        switch rule.kind {
        case .requires: return .requires(trigger: trigger, others: others)
        case .excludes: return .excludes(trigger: trigger, others: others)
        }
    }

    mutating func find(
        _ name: OpenAPI.Located<String>,
        _ parameters: [API.Parameter],
    ) -> API.Parameter? {
        let found = parameters.first { $0.wireName == name.value }
        if found == nil { diagnostics.report(.unknownParameter(name, among: parameters.map(\.wireName))) }
        return found
    }
}

extension OpenAPI.Parameter.Location {
    var lowered: API.ParameterLocation {
        switch self {
        case .path: .path
        case .query: .query
        case .header: .header
        case .cookie: .cookie
        }
    }
}
