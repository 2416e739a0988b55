import APIGenSourceText
import APIGenYAML

/// Lowers the links of responses: to methods of the operations that they lead to, as far as the values for these are in
/// the response.
struct LinkLowering: LoweringPass {
    let lowering: Lowering

    /// The groups with their links. All types have to be known at this point.
    func lowerLinks(of groups: [API.Group]) -> [API.Group] {
        // Operations with a value of the response; streams have none.
        let operations = groups.flatMap(\.operations).filter { builder.operations[$0.name] != nil }
        var links: [API.Name: [API.Link]] = [:]
        var methods: [API.Name: [API.LinkMethod]] = [:]
        for operation in operations {
            for response in builder.operations[operation.name]?.responses ?? [] {
                if !response.links.isEmpty { note(response.node, by: "links") }
                for link in response.links {
                    let target = target(of: link, among: operations)
                    let method = target.flatMap {
                        draft(of: link, from: operation, answering: response, to: $0)
                    }.map { named($0, as: link, among: &methods) }
                    links[operation.name, default: []].append(API.Link(link, to: target?.id, by: method))
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

    /// The operation that a link leads to. `nil` after a diagnostic.
    private func target(of link: OpenAPI.Link, among operations: [API.Operation]) -> API.Operation? {
        switch link.target {
        case .id(let id):
            let found = operations.first {
                builder.operations[$0.name]?.id?.value.isExactly(id.value) ?? false
            }
            let isOmitted = builder.document.omitted.contains { $0.id?.value.isExactly(id.value) ?? false }
            if found == nil, !isOmitted { report(.linkToNothing(id, among: operations.map(\.id))) }
            return found
        case .reference(let node):
            return node.flatMap { node in
                operations.first { builder.operations[$0.name]?.node.id == node.id }
            }
        }
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
        guard link.body == nil, link.server == nil, let type = source.result.type(of: response) else {
            return nil
        }
        var arguments: [API.LinkMethod.Argument] = []
        var nodes: [Node] = []
        for argument in link.arguments {
            guard let parameter = parameter(argument.name, of: target) else { return nil }
            switch RuntimeExpression(argument.value.text) {
            case .responseBody(let tokens):
                guard let path = path(tokens, in: type, at: argument.node.range),
                    let conversion = conversion(of: path.properties.last?.type ?? type, to: parameter.type)
                else { return nil }
                arguments.append(
                    API.LinkMethod.Argument(
                        parameter: parameter, path: path, pointer: tokens, conversion: conversion))
                nodes.append(argument.node)
            // The caller has it, and passes it again.
            case .requestParameter: break
            case .other, nil: return nil
            }
        }
        guard !arguments.isEmpty else { return nil }
        note(link.node, by: "operationId", "operationRef", "parameters")
        for node in nodes { note(node, as: .typed) }
        return Draft(source: source, target: target, response: type, arguments: arguments)
    }

    /// The name of the method, which is added unless another response leads to the same one.
    private func named(
        _ draft: Draft, as link: OpenAPI.Link, among methods: inout [API.Name: [API.LinkMethod]],
    ) -> API.Name {
        let words = API.NameWords(link.name.value)
        let others = methods[draft.target.name] ?? []
        let same = others.first { method in
            builder.names[method.name.index].words[0].last == words.last && method.response == draft.response
                && method.arguments.map(\.key) == draft.arguments.map(\.key)
        }
        if let same { return same.name }
        let name = name(.method, words, in: .links(from: draft.response), at: link.name.range)
        methods[draft.target.name] =
            others + [
                API.LinkMethod(
                    name: name, response: draft.response,
                    responseName: others.first?.responseName
                        ?? responseName(besideParametersOf: draft.target, at: link.name.range),
                    arguments: draft.arguments, source: draft.source.name)
            ]
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

    /// The properties that a pointer leads through; `nil` after a diagnostic, or for an element of an array.
    private func path(_ tokens: [String], in type: API.TypeReference, at range: SourceRange) -> API
        .PropertyPath?
    {
        var properties: [API.Property] = []
        var shape = PageShape(type: type, table: builder.table)
        for token in tokens {
            guard shape.hasProperties else { return nil }
            guard let property = shape.properties.first(where: { $0.wireName.isExactly(token) }) else {
                report(.unknownProperty(ofLink: token, at: range, among: shape.properties.map(\.wireName)))
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
        if type.optional == parameter.optional { return API.LinkMethod.Argument.Conversion.none }
        switch (type.optional, parameter.optional) {
        case (.nullable(.scalar(.integer)), .nullable(.scalar(.string))): return .text
        case (.nullable(let value), .nullable(.named(let id))):
            guard case .union(let union) = builder.table[id].kind else { return nil }
            return union.cases.first { $0.type == value }.map { .alternative($0.name) }
        default: return nil
        }
    }
}

extension API.LinkMethod.Argument {
    /// What distinguishes it from others of the same method.
    fileprivate var key: [String] { [parameter.location.rawValue, parameter.wireName] + pointer }
}

extension API.Result {
    /// The type of the value of a response; `nil` if it has no body, or is a stream.
    fileprivate func type(of response: OpenAPI.Response) -> API.TypeReference? {
        guard !response.content.isEmpty else { return nil }
        let status = response.status.lowered
        let type =
            choice.map { $0.cases.first { $0.status == status && $0.type?.declaration != nil }?.type }
            ?? (statuses.contains(status) ? type : nil)
        if case .nullable(let value)? = type { return value }
        return type
    }
}

extension API.Link {
    fileprivate init(_ link: OpenAPI.Link, to id: String?, by method: API.Name?) {
        self.init(
            name: link.name.value, operation: link.operation, id: id,
            arguments: link.arguments.map { Argument(name: $0.name.value, value: $0.value) }, body: link.body,
            server: link.server, description: link.description, method: method)
    }
}
