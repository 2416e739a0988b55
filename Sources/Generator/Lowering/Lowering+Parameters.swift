import APIGenSourceText

/// Lowers the parameters of operations.
struct ParameterLowering: LoweringPass {
    let lowering: Lowering

    /// The parameters of the path item and the operation, in document order. Those of the operation override those of
    /// the path item.
    func lowerParameters(
        of operation: OpenAPI.Operation,
        at path: OpenAPI.PathItem,
        _ template: OpenAPI.Located<String>,
        beside body: API.Body?,
    ) -> [API.Parameter] {
        let own = operation.parameters
        let inherited = path.parameters.filter { parameter in
            let isReplaced = own.contains { $0.isSame(as: parameter) }
            if isReplaced { note(parameter.node, as: .unreached) }
            return !isReplaced
        }
        let all = withoutIgnored(withoutDuplicates(inherited + own))
        let parameters = matched(all, with: template, of: operation)
        for parameter in parameters { check(parameter, of: operation, body: body) }
        let scope = builder.scope(
            of: .parameters(hasBody: body != nil, takesMediaType: body?.takesMediaType == true))
        return parameters.map { parameter in
            lower(parameter, of: operation, named: name(of: parameter, among: parameters, in: scope))
        }
    }

    /// The name of a parameter. Parameters with the same name in different locations are distinguished by location: the
    /// first keeps its name, the next one becomes `queryID`.
    private func name(
        of parameter: OpenAPI.Parameter,
        among parameters: [OpenAPI.Parameter],
        in scope: API.NameScope,
    ) -> API.Name {
        let isShared = parameters.contains {
            $0.name.isExactly(parameter.name) && $0.location != parameter.location
        }
        let words = API.NameWords(parameter.swiftName?.text ?? parameter.name)
        guard isShared, parameter.swiftName == nil else {
            return name(.parameter, words, in: scope, for: parameter.name, at: parameter.range)
        }
        let others = API.NameWords("\(parameter.location.rawValue) \(parameter.name)")
        return name(.parameter, words, or: [others], in: scope, for: parameter.name, at: parameter.range)
    }

    private func lower(
        _ parameter: OpenAPI.Parameter,
        of operation: OpenAPI.Operation,
        named name: API.Name,
    ) -> API.Parameter {
        let words = API.NameWords(parameter.name).after(operation.id?.value ?? "")
        let hint = NameHint(words: words, parent: nil)
        let kind = parameter.content.map { lowering.bodies.kind(of: $0) }
        var resolved =
            parameter.schema.map { lowering.types.resolve($0, hint: hint) }
            ?? ResolvedSchema(type: .scalar(.string))
        note(parameter, as: kind, reading: resolved.reading)
        let isForm = parameter.location == .querystring && kind == .form && resolved.type.hasFields
        if let content = parameter.content, kind != .json, !isForm {
            if kind != .text { report(.parameterContentAsText(content)) }
            resolved.type = .scalar(.string)
        }
        return API.Parameter(
            name: name,
            wireName: parameter.name,
            location: parameter.location.lowered,
            type: kind == .json || isForm ? resolved.type : resolved.type.withoutNull,
            isRequired: parameter.isRequired,
            isDeprecated: parameter.isDeprecated || resolved.isDeprecated,
            isSensitive: resolved.isSensitive,
            serialization: serialization(of: parameter),
            isJSONText: kind == .json,
            form: isForm
                ? parameter.content.map { lowering.bodies.encodings(of: $0, isMultipart: false) } : nil,
            checked: isText(parameter, kind: kind, isForm: isForm) ? nil : check(parameter, of: operation),
            limits: resolved.limits,
            rules: resolved.rules,
            defaultValue: resolved.defaultValue,
            values: (parameter.schema.map { graph.values.untold(resolved.values, of: $0) } ?? [])
                + resolved.elementValues,
            examples: resolved.examples,
            description: parameter.description ?? resolved.description,
        )
    }

    /// Whether the caller writes the value of a parameter, whatever its structure is.
    private func isText(_ parameter: OpenAPI.Parameter, kind: MediaKind?, isForm: Bool) -> Bool {
        guard parameter.content != nil, kind != .json, !isForm else { return false }
        let scalar = parameter.schema.flatMap { graph.shape(of: graph.end(of: $0)).scalar }
        return !(scalar?.isText ?? false)
    }

    private func check(_ parameter: OpenAPI.Parameter, of operation: OpenAPI.Operation) -> API.CheckedID? {
        parameter.schema.map { builder.check($0, at: operation.place(of: parameter.name)) }
    }

    /// The serialization, as far as it differs from the defaults: `form` in queries and cookies, `simple` elsewhere,
    /// and `explode` for `form` only.
    private func serialization(of parameter: OpenAPI.Parameter) -> API.Serialization {
        guard parameter.content == nil else {
            return API.Serialization(style: nil, explode: nil, allowsReserved: false)
        }
        let styles = parameter.location.styles
        let style = parameter.style ?? styles[0]
        let isKnown = styles.contains(style)
        if !isKnown {
            let place = "the \(parameter.location.rawValue)"
            report(.misplacedStyle(style.rawValue, in: place, at: parameter.range))
        }
        note("style", of: parameter.node, as: isKnown ? .typed : .reported)
        note("explode", of: parameter.node, as: .typed)
        let defaultExplode = style == .form || style == .cookie
        return API.Serialization(
            style: style == styles[0] || !isKnown ? nil : style.rawValue,
            explode: parameter.explode == defaultExplode ? nil : parameter.explode,
            allowsReserved: parameter.allowsReserved,
        )
    }
}

extension API.TypeReference {
    /// The type without null, which exists only in JSON.
    fileprivate var withoutNull: API.TypeReference {
        switch self {
        case .nullable(let wrapped): wrapped.withoutNull
        case .array(let element): .array(element.withoutNull)
        case .dictionary(let element): .dictionary(element.withoutNull)
        case .scalar, .named, .own: self
        }
    }
}

// MARK: - Checks

extension ParameterLowering {
    /// Removes header parameters that OpenAPI ignores (OpenAPI 3.1, section 4.8.12.2), since the runtime sets them, and
    /// headers with invalid or reserved names.
    private func withoutIgnored(_ parameters: [OpenAPI.Parameter]) -> [OpenAPI.Parameter] {
        parameters.filter { parameter in
            guard parameter.location == .header else { return true }
            let name = parameter.name.lowercased()
            let isIgnored = ["accept", "authorization", "content-type"].contains(name)
            let isOfConnection = HTTPHeaders.ofConnection.contains(name)
            if isIgnored { report(.ignoredHeader(parameter)) }
            if isOfConnection { report(.connectionHeader(parameter)) }
            if !name.isToken { report(.invalidHeaderName(parameter)) }
            let isSent = !isIgnored && !isOfConnection && name.isToken
            if !isSent { note(parameter.node, as: .reported) }
            return isSent
        }
    }

    /// Reports parameters that calls would reject, or send in an unexpected form.
    private func check(
        _ parameter: OpenAPI.Parameter,
        of operation: OpenAPI.Operation,
        body: API.Body?,
    ) {
        let isCoding = parameter.location == .header && parameter.name.lowercased() == "content-encoding"
        if isCoding, body?.contents.contains(where: \.isWritten) == true {
            report(.unappliedEncoding(parameter))
        }
        if let scheme = credential(in: parameter, of: operation) {
            report(.credentialAsParameter(parameter, of: scheme))
        }
        let isStyled = parameter.content == nil && parameter.style != .deepObject
        if isStyled, let schema = parameter.schema, let member = nestedMember(of: schema) {
            report(.nestedParameter(parameter, member: member))
        }
    }

    /// The security scheme of the operation that sets a value in place of a parameter.
    private func credential(
        in parameter: OpenAPI.Parameter,
        of operation: OpenAPI.Operation,
    ) -> String? {
        let needed = (operation.security ?? builder.document.security ?? []).flatMap(\.schemes).map(\.value)
        return builder.document.securitySchemes.first { scheme in
            guard needed.exact.contains(scheme.name.exact),
                case .apiKey(let location, let name, _) = scheme.kind,
                location == parameter.location
            else { return false }
            return location == .header
                ? name.lowercased() == parameter.name.lowercased() : name.isExactly(parameter.name)
        }?.name
    }

    /// The nested collection that only `deepObject` can represent, in words; `nil` if there is none.
    private func nestedMember(of id: OpenAPI.Schema.ID) -> String? {
        let schema = graph.end(of: id)
        switch graph.shape(of: schema) {
        case .array(let item?): return isCollection(item) ? "lists or objects in a list" : nil
        case .dictionary(let value?): return isCollection(value) ? "lists or objects in an object" : nil
        case .record:
            let properties = graph.parts(of: schema).compactMap { graph.schemas[$0] }.flatMap(\.properties)
            let nested = properties.first { isCollection($0.schema) }
            return nested.map { "the list or object '\($0.name.value)' in an object" }
        case .array, .dictionary, .scalar, .enumeration, .integerEnumeration, .union, .reference, .single:
            return nil
        }
    }

    private func isCollection(_ id: OpenAPI.Schema.ID) -> Bool {
        switch graph.shape(of: graph.end(of: id)) {
        case .array, .dictionary, .record: true
        case .scalar, .enumeration, .integerEnumeration, .union, .reference, .single: false
        }
    }

    private func withoutDuplicates(_ parameters: [OpenAPI.Parameter]) -> [OpenAPI.Parameter] {
        var unique: [OpenAPI.Parameter] = []
        for parameter in parameters {
            let first = unique.first { $0.isSame(as: parameter) }
            if let first {
                report(.duplicateParameter(parameter, first: first))
                note(parameter.node, as: .reported)
            } else {
                unique.append(parameter)
            }
        }
        return unique
    }

    /// Matches path parameters with the template: each `{name}` needs a parameter, by default a string, and a parameter
    /// without its `{name}` cannot be sent.
    private func matched(
        _ parameters: [OpenAPI.Parameter],
        with template: OpenAPI.Located<String>,
        of operation: OpenAPI.Operation,
    ) -> [OpenAPI.Parameter] {
        let names = Self.names(inTemplate: template.value)
        let declared = parameters.filter { $0.location == .path }.map(\.name)
        let missing = names.filter { !declared.exact.contains($0.exact) }
        for name in missing {
            report(.undeclaredPathParameter(name, in: template, declared: declared, of: operation))
        }
        let known = names.exact
        for parameter in parameters
        where parameter.location == .path && !known.contains(parameter.name.exact) {
            report(.unusedPathParameter(parameter, in: template, names: names))
            note(parameter.node, as: .reported)
        }
        return missing.map { OpenAPI.Parameter(path: $0, at: template.range) }
            + parameters.filter { $0.location != .path || known.contains($0.name.exact) }
    }

    static func names(inTemplate template: String) -> [String] {
        template.split(separator: "{").dropFirst().compactMap { part in
            part.firstIndex(of: "}").map { String(part[..<$0]) }
        }
    }

    func lowerRule(_ rule: OpenAPI.ParameterRule, among parameters: [API.Parameter]) -> API
        .ParameterRule?
    {
        guard let trigger = find(rule.trigger, among: parameters) else { return nil }
        let others = rule.others.compactMap { find($0, among: parameters) }
        switch rule.kind {
        case .requires: return .requires(trigger: trigger, others: others)
        case .excludes: return .excludes(trigger: trigger, others: others)
        }
    }

    func find(
        _ name: OpenAPI.Located<String>,
        among parameters: [API.Parameter],
    ) -> API.Parameter? {
        let found = parameters.first { $0.wireName.isExactly(name.value) }
        if found == nil { report(.unknownParameter(name, among: parameters.map(\.wireName))) }
        return found
    }
}

extension OpenAPI.Operation {
    /// The words for a parameter or the body.
    func place(of part: String) -> String { "\(id?.value ?? method) \(part)" }
}

extension OpenAPI.Parameter {
    /// Creates a path parameter that the document does not declare.
    fileprivate init(path name: String, at range: SourceRange) {
        self.init(
            node: nil, name: name, location: .path, swiftName: nil, description: nil, isRequired: true,
            isDeprecated: false, style: nil, explode: nil, allowsReserved: false, schema: nil, content: nil,
            range: range)
    }
}

extension OpenAPI.Parameter.Location {
    var lowered: API.ParameterLocation {
        switch self {
        case .path: .path
        case .query: .query
        case .header: .header
        case .cookie: .cookie
        case .querystring: .querystring
        }
    }
}

extension OpenAPI.Parameter.Location {
    /// The styles of the location (OpenAPI 3.1, section 4.8.12.3), the default first.
    fileprivate var styles: [OpenAPI.Parameter.Style] {
        switch self {
        case .path: [.simple, .label, .matrix]
        case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
        case .header: [.simple]
        case .cookie: [.form, .cookie]
        case .querystring: [.form]
        }
    }
}
