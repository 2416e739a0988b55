import APIGenSourceText
import APIGenYAML

/// Lowers the links of responses: to methods of the operations that they lead to, as far as the values for these are in
/// the response.
struct LinkLowering: LoweringPass {
    let lowering: Lowering

    /// The groups with their links. All types have to be known at this point.
    func lowerLinks(of groups: [API.Group]) -> [API.Group] {
        let targets = LinkTargets(groups, builder.operations)
        var links: [API.Name: [API.Link]] = [:]
        var methods: [API.Name: [API.LinkMethod]] = [:]
        for operation in groups.flatMap(\.operations) {
            // The methods for streams return no value.
            for response in builder.operations[operation.name]?.responses ?? [] {
                note("links", of: response.node, as: .documentation)
                for link in response.links {
                    let target = target(of: link, among: targets)
                    let method = target.flatMap { target in
                        draft(of: link, from: operation, answering: response, to: target.operation)
                            .map { named($0, as: link, in: target.group, among: &methods) }
                    }
                    if method != nil { note("links", of: response.node, as: .typed) }
                    links[operation.name, default: []].append(
                        API.Link(link, of: response, to: target?.operation.id, by: method))
                }
            }
        }
        return groups.map { group in
            var group = group
            group.operations = group.operations.map { operation in
                var operation = operation
                operation.links = (links[operation.name] ?? []).withoutDuplicates
                operation.linkMethods = methods[operation.name] ?? []
                return operation
            }
            return group
        }
    }

    /// The operation that a link leads to. `nil` after a diagnostic, or if the config leaves it out.
    private func target(of link: OpenAPI.Link, among targets: LinkTargets) -> LinkTargets.Target? {
        let (found, word, range): (LinkTargets.Target?, String, SourceRange)
        switch link.target {
        case .id(let id):
            let isOmitted = builder.document.omitted.contains { $0.id?.value.isExactly(id.value) ?? false }
            if isOmitted { return nil }
            (found, word, range) = (targets.operation(id: id.value), id.value, id.range)
        case .reference(let node, let pointer):
            guard let node, !builder.document.omitted.contains(where: { $0.node.id == node.id }) else {
                return nil
            }
            found = targets.operation(at: node, pointer: pointer)
            (word, range) = (link.operation.text, link.node["operationRef"]?.range ?? link.node.range)
        }
        if found == nil { report(.linkToNothing(word, at: range, among: targets.ids)) }
        return found
    }
}

// MARK: - Methods

extension LinkLowering {
    /// A method that has no name yet.
    private struct Draft {
        let source: API.Operation
        let target: API.Operation
        let response: API.TypeReference
        let arguments: [API.LinkMethod.Argument]
    }

    /// The method for a link; `nil` if none of its values is in the value of the response, or one is elsewhere, or has a
    /// type that the parameter does not take.
    private func draft(
        of link: OpenAPI.Link, from source: API.Operation, answering response: OpenAPI.Response,
        to target: API.Operation,
    ) -> Draft? {
        let type = source.result.type(of: response)
        // Each is looked at, so that mistakes in all of them are reported.
        let values = link.arguments.map { argument in
            (node: argument.node, value: value(of: argument, in: type, of: response, for: target))
        }
        let used = values.compactMap { value in value.value.argument.map { (node: value.node, argument: $0) }
        }
        let parameters = used.map(\.argument.parameter.name)
        guard let type, link.body == nil, link.server == nil, !used.isEmpty,
            values.allSatisfy(\.value.isTaken),
            parameters.withoutDuplicates.count == parameters.count
        else { return nil }
        note(link.node, by: link.target.field, "parameters", "x-swift-name")
        for value in used { note(value.node, as: .typed) }
        return Draft(source: source, target: target, response: type, arguments: used.map(\.argument))
    }

    /// What becomes of a value of a link.
    private enum Value {
        case argument(API.LinkMethod.Argument)
        /// The caller has it, and passes it again.
        case passedAgain
        case unusable

        var argument: API.LinkMethod.Argument? {
            if case .argument(let argument) = self { argument } else { nil }
        }
        var isTaken: Bool { if case .unusable = self { false } else { true } }
    }

    private func value(
        of argument: OpenAPI.Link.Argument, in type: API.TypeReference?, of response: OpenAPI.Response,
        for target: API.Operation,
    ) -> Value {
        guard let parameter = parameter(argument.name, of: target) else { return .unusable }
        switch RuntimeExpression(argument.value.text) {
        case .responseBody(let tokens):
            guard let type, let path = path(tokens, in: type, of: response, at: argument.node.range),
                let conversion = conversion(of: path.properties.last?.type ?? type, to: parameter.type)
            else { return .unusable }
            return .argument(
                API.LinkMethod.Argument(
                    parameter: parameter, path: path, pointer: tokens, conversion: conversion))
        case .requestParameter: return .passedAgain
        case .other: return .unusable
        }
    }

    /// The name of the method, which is added unless another response leads to the same one.
    private func named(
        _ draft: Draft, as link: OpenAPI.Link, in group: API.Name,
        among methods: inout [API.Name: [API.LinkMethod]],
    ) -> API.Name {
        let words = API.NameWords(link.swiftName?.text ?? link.name.value)
        var others = methods[draft.target.name] ?? []
        let same = others.firstIndex { method in
            builder.names[method.name.index].words[0].last == words.last && method.response == draft.response
                && method.arguments.map(\.key) == draft.arguments.map(\.key)
        }
        if let same {
            if !others[same].sources.contains(draft.source.name) {
                others[same].sources.append(draft.source.name)
            }
            methods[draft.target.name] = others
            return others[same].name
        }
        let range = link.swiftName?.range ?? link.name.range
        let name = name(.method, words, in: .links(from: draft.response, in: group), at: range)
        others.append(
            API.LinkMethod(
                name: name, response: draft.response,
                responseName: others.first?.responseName
                    ?? responseName(besideParametersOf: draft.target, at: link.name.range),
                arguments: draft.arguments, sources: [draft.source.name]))
        methods[draft.target.name] = others
        return name
    }

    private func responseName(besideParametersOf target: API.Operation, at range: SourceRange) -> API.Name {
        let scope =
            target.parameters.first.map { builder.names[$0.name.index].scope }
            ?? builder.scope(of: .parameters(hasBody: target.body != nil, takesMediaType: true))
        let others = ["answer", "linking response"].map { API.NameWords($0) }
        return name(.parameter, API.NameWords("response"), or: others, in: scope, at: range)
    }

    /// The parameter of a link, whose location may precede its name. `nil` after a diagnostic.
    private func parameter(_ name: OpenAPI.Located<String>, of target: API.Operation) -> API.Parameter? {
        let found =
            target.parameters.first { name.value.isExactly("\($0.location.rawValue).\($0.wireName)") }
            ?? target.parameters.first { name.value.isExactly($0.wireName) }
        if found == nil { report(.unknownParameter(ofLink: name, among: target.parameters.map(\.wireName))) }
        return found
    }

    /// The properties that a pointer leads through. `nil` after a diagnostic, and for an element of an array or a property
    /// of a change, which may be a value, null or nothing.
    private func path(
        _ tokens: [String], in type: API.TypeReference, of response: OpenAPI.Response, at range: SourceRange,
    ) -> API.PropertyPath? {
        var properties: [API.Property] = []
        var shape = PageShape(type: type, table: builder.table)
        for token in tokens {
            guard shape.hasProperties else { return nil }
            let received = shape.allProperties.filter { $0.isVisible(in: .received) }
            guard received.contains(where: { $0.wireName.isExactly(token) }) else {
                report(
                    .unknownProperty(ofLink: token, at: range, of: response, among: received.map(\.wireName)))
                return nil
            }
            guard let property = shape.properties.first(where: { $0.wireName.isExactly(token) }) else {
                return nil
            }
            properties.append(property)
            shape = PageShape(type: property.type, table: builder.table)
        }
        return API.PropertyPath(properties: properties)
    }

    /// How a value becomes one of a parameter's type; `nil` if it does not.
    private func conversion(
        of type: API.TypeReference, to parameter: API.TypeReference,
    ) -> API.LinkMethod.Argument.Conversion? {
        let (type, parameter) = (type.required, parameter.required)
        if type == parameter { return API.LinkMethod.Argument.Conversion.none }
        if parameter == .scalar(.string) { return textConversion(of: type) }
        guard case .named(let id) = parameter, case .union(let union) = builder.table[id].kind else {
            return nil
        }
        return union.cases.first { $0.type == type }.map { .alternative($0.name) }
    }

    /// How a value becomes the text that a parameter of its own type would send; `nil` if it is told by its type.
    private func textConversion(of type: API.TypeReference) -> API.LinkMethod.Argument.Conversion? {
        switch type {
        case .scalar(.integer), .scalar(.unsignedInteger): return .integerText
        case .scalar(.uuid), .scalar(.url): return .formattedText
        case .named(let id):
            guard case .enumeration(let values) = builder.table[id].kind, !values.isInteger else {
                return nil
            }
            return .rawText
        case .scalar, .array, .dictionary, .nullable, .own: return nil
        }
    }
}

extension OpenAPI.Link.Target {
    /// The field of the link that names it.
    fileprivate var field: String {
        switch self {
        case .id: "operationId"
        case .reference: "operationRef"
        }
    }
}

extension API.LinkMethod.Argument {
    /// What distinguishes it from others of the same method.
    fileprivate var key: [String] { [parameter.location.rawValue, parameter.wireName] + pointer }
}

extension API.Result {
    /// The type of the value of a response; `nil` if it has no body, or is a stream, or if its media type decides.
    fileprivate func type(of response: OpenAPI.Response) -> API.TypeReference? {
        guard !response.content.isEmpty else { return nil }
        let status = response.status.lowered
        guard let choice else { return statuses.contains(status) ? type?.required : nil }
        let types = choice.cases.filter { $0.status == status }.compactMap(\.type)
        return types.count == 1 ? types[0].required : nil
    }
}

extension API.Link {
    fileprivate init(
        _ link: OpenAPI.Link, of response: OpenAPI.Response, to id: String?, by method: API.Name?,
    ) {
        self.init(
            name: link.name.value, status: response.status.lowered, operation: link.operation, id: id,
            arguments: link.arguments.map { Argument(name: $0.name.value, value: $0.value) }, body: link.body,
            server: link.server, description: link.description, method: method)
    }
}
