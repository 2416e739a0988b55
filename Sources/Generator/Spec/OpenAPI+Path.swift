import SourceText
import YAML

extension OpenAPI {
    struct PathItem: Sendable {
        let template: Located<String>
        let summary: Prose?
        let description: Prose?
        let servers: [Server]
        let parameters: [Parameter]
        let operations: [Operation]
    }

    /// What the service sends to an address that a request gave it.
    struct Callback: Sendable {
        let name: Located<String>
        /// By the expressions for their addresses.
        let items: [PathItem]
    }

    struct Operation: Sendable {
        /// In lower case where the standard has a field for it, else as it goes out.
        let method: String
        let id: Located<String>?
        let swiftName: SwiftName?
        let summary: Prose?
        let description: Prose?
        let link: Link?
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
        /// The place of the method's key.
        let range: SourceRange
    }
}

extension OpenAPI.Parameter {
    /// Whether both have the name and the place by which parameters are told apart.
    func isSame(as other: OpenAPI.Parameter) -> Bool {
        location == other.location && name.isExactly(other.name)
    }
}

extension OpenAPI.PathItem {
    fileprivate func merged(over base: OpenAPI.PathItem) -> OpenAPI.PathItem {
        OpenAPI.PathItem(
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

extension SpecDecoder {
    mutating func path(_ template: Node, _ node: Node) -> OpenAPI.PathItem? {
        if let path = template.text, !path.hasPrefix("/") {
            diagnostics.report(.pathWithoutSlash(template, path))
        }
        return pathItem(template, node)
    }

    /// The operations of a path, a webhook or a callback, whose name is the key. What stands beside a reference adds
    /// to its target, and wins over it.
    mutating func pathItem(_ template: Node, _ node: Node) -> OpenAPI.PathItem? {
        guard let own = fields(ofPathItem: node, template) else { return nil }
        guard let reference = reference(in: node) else { return own }
        guard openReferences.insert(node.id).inserted else {
            diagnostics.report(.circularReference(reference))
            return nil
        }
        defer { openReferences.remove(node.id) }
        guard let target = target(of: reference) else { return nil }
        return pathItem(template, target).map { own.merged(over: $0) }
    }

    private mutating func fields(ofPathItem node: Node, _ template: Node) -> OpenAPI.PathItem? {
        guard let path = text(template), var object = object(node, "path item") else { return nil }
        defer { finish(object) }
        _ = object["$ref"]
        let (summary, description) = (prose(object["summary"]), prose(object["description"]))
        let servers = list(object["servers"], "servers") { $0.server($1) }
        let parameters = list(object["parameters"], "parameters") { $0.parameter($1) }
        let methods = minorVersion < 2 ? HTTPMethods.standard : HTTPMethods.standard + ["query"]
        for method in methods { _ = object[method] }
        let others = minorVersion < 2 ? nil : object["additionalOperations"]
        return OpenAPI.PathItem(
            template: OpenAPI.Located(value: path, range: template.range),
            summary: summary,
            description: description,
            servers: servers,
            parameters: parameters,
            operations: operations(of: node, methods) + otherOperations(others),
        )
    }

    /// In document order.
    private mutating func operations(of pathItem: Node, _ methods: [String]) -> [OpenAPI.Operation] {
        pathItem.entries.compactMap { entry in
            guard let method = entry.key.text, methods.contains(method), entry.value.scalar != .null else {
                return nil
            }
            return operation(method, at: entry.key.range, entry.value)
        }
    }

    /// Operations of methods that the standard has no field for (since 3.2).
    private mutating func otherOperations(_ node: Node?) -> [OpenAPI.Operation] {
        entries(node, "operations") { decoder, entry in
            guard let method = decoder.text(entry.name) else { return nil }
            guard method.utf8.allSatisfy(\.isTokenCharacter), !method.isEmpty else {
                decoder.diagnostics.report(.invalidMethod(entry.name, method))
                return nil
            }
            return decoder.operation(method, at: entry.name.range, entry.value)
        }
    }

    /// The standard has no references to operations; documents that are split over files have them all the same.
    private mutating func operation(
        _ method: String,
        at range: SourceRange,
        _ reference: Node,
    ) -> OpenAPI.Operation? {
        guard let node = follow(reference)?.node, var object = object(node, "operation") else { return nil }
        defer { finish(object) }
        return OpenAPI.Operation(
            method: method,
            id: locatedText(object["operationId"]),
            swiftName: swiftName(&object),
            summary: prose(object["summary"]),
            description: prose(object["description"]),
            link: externalDocs(object["externalDocs"]),
            tags: list(object["tags"], "tags") { $0.locatedText($1) },
            isDeprecated: boolean(object["deprecated"]) ?? false,
            servers: list(object["servers"], "servers") { $0.server($1) },
            parameters: list(object["parameters"], "parameters") { $0.parameter($1) },
            body: object["requestBody"].flatMap { requestBody($0) },
            responses: responses(object["responses"]),
            callbacks: entries(object["callbacks"], "callbacks") { $0.callback($1.name, $1.value) },
            security: securityRequirements(object["security"]),
            permissions: object["x-permissions"].flatMap { permissions($0) },
            rules: parameterRules(&object),
            pagination: object["x-pagination"].flatMap { pagination($0) },
            range: range,
        )
    }
}

extension SpecDecoder {
    /// A callback whose operations have the same callback again is not followed any further.
    fileprivate mutating func callback(_ name: Node, _ reference: Node) -> OpenAPI.Callback? {
        guard let name = locatedText(name), let node = follow(reference)?.node,
            !openReferences.contains(node.id), var object = object(node, "callback")
        else { return nil }
        openReferences.insert(node.id)
        defer { openReferences.remove(node.id) }
        let items = object.entries().compactMap { pathItem($0.key, $0.value) }
        finish(object)
        return OpenAPI.Callback(name: name, items: items)
    }
}

extension UInt8 {
    /// Whether a method may hold the character (RFC 9110, section 5.6.2).
    fileprivate var isTokenCharacter: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(self)
        }
    }
}
