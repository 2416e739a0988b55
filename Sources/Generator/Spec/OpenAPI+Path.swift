import APIGenSourceText
import APIGenYAML

extension OpenAPI {
    struct PathItem: Sendable {
        /// The object, and those that it refers to through `$ref`.
        let nodes: [Node]
        let template: Located<String>
        let summary: Prose?
        let description: Prose?
        let servers: [Server]
        let parameters: [Parameter]
        var operations: [Operation]
    }

    /// The requests that the service sends to a URL given in an earlier request.
    struct Callback: Sendable {
        let node: Node
        let name: Located<String>
        /// One path item for each runtime expression.
        let items: [PathItem]
    }

    struct Operation: Sendable {
        let node: Node
        /// In lower case for the methods with a field in a Path Item Object, otherwise as sent.
        let method: String
        let id: Located<String>?
        let swiftName: SwiftName?
        /// The method name that the document declares for other generators.
        let otherName: Prose?
        let summary: Prose?
        let description: Prose?
        let externalDocs: ExternalDocumentation?
        let tags: [Located<String>]
        let isDeprecated: Bool
        let servers: [Server]
        let parameters: [Parameter]
        let body: RequestBody?
        let responses: [Response]
        let callbacks: [Callback]
        let security: [SecurityRequirement]?
        let permissions: Permissions?
        let rules: [ParameterRule]
        let pagination: Pagination?
        /// The header for the idempotency key (`x-idempotency`).
        let idempotencyHeader: String?
        /// The source range of the method's key.
        let range: SourceRange
    }
}

extension OpenAPI.Parameter {
    /// Whether both parameters have the same name and location, which identify a parameter.
    func isSame(as other: OpenAPI.Parameter) -> Bool {
        location == other.location && name.isExactly(other.name)
    }
}

extension OpenAPI.PathItem {
    fileprivate func merged(over base: OpenAPI.PathItem) -> OpenAPI.PathItem {
        OpenAPI.PathItem(
            nodes: nodes + base.nodes,
            template: template,
            summary: summary ?? base.summary,
            description: description ?? base.description,
            servers: servers.isEmpty ? base.servers : servers,
            parameters: base.parameters.filter { other in
                !parameters.contains { $0.isSame(as: other) }
            } + parameters,
            operations: base.operations.filter { other in
                !operations.contains { $0.method == other.method }
            } + operations,
        )
    }
}

extension OpenAPI.PathItem {
    /// - Parameter template: The key, which is the path template.
    init?(path node: Node, named template: Node, by decoder: inout SpecDecoder) {
        if let path = template.text, !path.hasPrefix("/") {
            decoder.diagnostics.report(.pathWithoutSlash(path, at: template))
        }
        self.init(node, named: template, by: &decoder)
    }

    /// A path, a webhook or a callback, named by its key. Fields next to a `$ref` are merged with the referenced path
    /// item, and take precedence over it.
    init?(_ node: Node, named template: Node, by decoder: inout SpecDecoder) {
        guard let own = Self(fieldsOf: node, named: template, by: &decoder) else { return nil }
        guard let reference = Reference(insteadOf: node, diagnostics: &decoder.diagnostics) else {
            self = own
            return
        }
        guard decoder.references.open.insert(node.id).inserted else {
            decoder.diagnostics.report(.circularReference(reference))
            decoder.record.note(node, as: .reported)
            return nil
        }
        defer { decoder.references.open.remove(node.id) }
        guard let target = decoder.target(of: reference),
            let base = Self(target, named: template, by: &decoder)
        else {
            decoder.record.note(node, as: .reported)
            return nil
        }
        self = own.merged(over: base)
        let replaced = base.operations.filter { other in own.operations.contains { $0.method == other.method }
        }
        for operation in replaced { decoder.record.note(operation.node, as: .unreached) }
        for parameter in base.parameters where own.parameters.contains(where: { $0.isSame(as: parameter) }) {
            decoder.record.note(parameter.node, as: .unreached)
        }
    }

    private init?(fieldsOf node: Node, named template: Node, by decoder: inout SpecDecoder) {
        guard let template = decoder.locatedText(template), var object = decoder.object(node, as: "path item")
        else { return nil }
        defer { decoder.finish(object) }
        _ = object["$ref"]
        let summary = decoder.prose(object["summary"])
        let description = decoder.prose(object["description"])
        let servers = decoder.list(object["servers"], of: "servers") { OpenAPI.Server($1, by: &$0) }
        let parameters = OpenAPI.Parameter.all(object["parameters"], by: &decoder)
        let methods = HTTPMethods.standard + (decoder.minorVersion < 2 ? [] : ["query"])
        for method in methods { _ = object[method] }
        let others = decoder.minorVersion < 2 ? nil : object["additionalOperations"]
        self.init(
            nodes: [node],
            template: template,
            summary: summary,
            description: description,
            servers: servers,
            parameters: parameters,
            operations: OpenAPI.Operation.all(of: node, methods: methods, by: &decoder)
                + OpenAPI.Operation.others(others, by: &decoder),
        )
    }
}

extension OpenAPI.Operation {
    /// The operations in document order.
    fileprivate static func all(
        of pathItem: Node,
        methods: [String],
        by decoder: inout SpecDecoder,
    ) -> [Self] {
        pathItem.entries.compactMap { entry in
            guard let method = entry.key.text, methods.contains(method), !entry.value.isNull else {
                return nil
            }
            return Self(entry.value, method: method, at: entry.key.range, by: &decoder)
        }
    }

    /// Operations with methods that have no field in a Path Item Object (since 3.2).
    fileprivate static func others(_ node: Node?, by decoder: inout SpecDecoder) -> [Self] {
        decoder.entries(node, of: "operations") { decoder, entry in
            guard let method = decoder.text(entry.name) else { return nil }
            guard method.isToken else {
                decoder.diagnostics.report(.invalidMethod(method, at: entry.name))
                return nil
            }
            return Self(entry.value, method: method, at: entry.name.range, by: &decoder)
        }
    }

    /// The standard does not allow references to operations, but documents that are split into files use them.
    private init?(
        _ reference: Node,
        method: String,
        at range: SourceRange,
        by decoder: inout SpecDecoder,
    ) {
        guard let node = decoder.follow(reference)?.node, var object = decoder.object(node, as: "operation")
        else { return nil }
        defer { decoder.finish(object) }
        let otherNames = ["x-speakeasy-name-override", "x-fern-sdk-method-name"].map { name in
            let text = decoder.prose(object[name])
            decoder.record.note(object[name], as: .extension)
            return text
        }
        self.init(
            node: node,
            method: method,
            id: decoder.locatedText(object["operationId"]),
            swiftName: OpenAPI.SwiftName(in: &object, by: &decoder),
            otherName: otherNames.lazy.compactMap(\.self).first,
            summary: decoder.prose(object["summary"]),
            description: decoder.prose(object["description"]),
            externalDocs: OpenAPI.ExternalDocumentation(object["externalDocs"], by: &decoder),
            tags: decoder.locatedTexts(object["tags"], of: "tags"),
            isDeprecated: decoder.boolean(object["deprecated"]) ?? false,
            servers: decoder.list(object["servers"], of: "servers") { OpenAPI.Server($1, by: &$0) },
            parameters: OpenAPI.Parameter.all(object["parameters"], by: &decoder),
            body: object["requestBody"].flatMap { OpenAPI.RequestBody($0, by: &decoder) },
            responses: OpenAPI.Response.all(object["responses"], by: &decoder),
            callbacks: OpenAPI.Callback.all(object["callbacks"], by: &decoder),
            security: OpenAPI.SecurityRequirement.all(object["security"], by: &decoder),
            permissions: object["x-permissions"].flatMap { OpenAPI.Permissions($0, by: &decoder) },
            rules: OpenAPI.ParameterRule.all(in: &object, by: &decoder),
            pagination: object["x-pagination"].flatMap { OpenAPI.Pagination($0, by: &decoder) },
            idempotencyHeader: decoder.headerName(object["x-idempotency"]),
            range: range,
        )
    }
}

extension OpenAPI.Callback {
    fileprivate static func all(_ node: Node?, by decoder: inout SpecDecoder) -> [Self] {
        decoder.entries(node, of: "callbacks") { Self($1.value, named: $1.name, by: &$0) }
    }

    /// Returns `nil` for a callback that is nested in itself.
    private init?(_ reference: Node, named name: Node, by decoder: inout SpecDecoder) {
        guard let name = decoder.locatedText(name), let node = decoder.follow(reference)?.node,
            !decoder.references.open.contains(node.id),
            var object = decoder.object(node, as: "callback")
        else { return nil }
        decoder.references.open.insert(node.id)
        defer { decoder.references.open.remove(node.id) }
        let items = object.entries().compactMap {
            OpenAPI.PathItem($0.value, named: $0.key, by: &decoder)
        }
        decoder.finish(object)
        self.init(node: node, name: name, items: items)
    }
}
