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
        let parameters = matched(withoutDuplicates(inherited + own), path.template, operation)
        var names = NameScope()
        if operation.body != nil { names.reserve("body") }
        return parameters.map { parameter in
            var lowered = lower(parameter, of: operation)
            lowered.name = name(lowered.name.text, for: parameter.name, at: parameter.range, in: &names)
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

    /// Each `{name}` of a path needs a parameter, which is a text unless the document says more, and a path parameter
    /// without its `{name}` cannot be sent.
    private mutating func matched(
        _ parameters: [OpenAPI.Parameter],
        _ template: OpenAPI.Located<String>,
        _ operation: OpenAPI.Operation,
    ) -> [OpenAPI.Parameter] {
        let names = Self.names(inTemplate: template.value)
        let declared = parameters.filter { $0.location == .path }.map(\.name)
        let missing = names.filter { !declared.contains($0) }
        for name in missing {
            diagnostics.report(.undeclaredPathParameter(name, template, declared, operation))
        }
        for parameter in parameters where parameter.location == .path && !names.contains(parameter.name) {
            diagnostics.report(.unusedPathParameter(parameter, template, names))
        }
        return missing.map { OpenAPI.Parameter(path: $0, at: template.range) }
            + parameters.filter { $0.location != .path || names.contains($0.name) }
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

extension OpenAPI.Parameter {
    /// A parameter that the document forgot.
    fileprivate init(path name: String, at range: SourceRange) {
        self.init(
            name: name, location: .path, swiftName: nil, description: nil, isRequired: true,
            isDeprecated: false,
            style: nil, explode: nil, allowsReserved: false, schema: nil, range: range)
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
