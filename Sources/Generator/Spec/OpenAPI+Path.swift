import SourceText
import YAML

extension OpenAPI {
    struct PathItem: Sendable {
        let template: Located<String>
        let servers: [Server]
        let parameters: [Parameter]
        let operations: [Operation]
    }

    struct Operation: Sendable {
        let method: String
        let id: Located<String>?
        let swiftName: SwiftName?
        let summary: String?
        let description: String?
        let tags: [Located<String>]
        let isDeprecated: Bool
        let servers: [Server]
        let parameters: [Parameter]
        let body: RequestBody?
        let responses: [Response]
        let security: [SecurityRequirement]?
        let permissions: Permissions?
        let rules: [ParameterRule]
        let pagination: Pagination?
        /// The place of the method's key.
        let range: SourceRange
    }
}

extension SpecDecoder {
    static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

    mutating func pathItem(_ template: Node, _ node: Node) -> OpenAPI.PathItem? {
        guard let path = text(template), let node = follow(node)?.node,
            var object = object(node, "path item")
        else { return nil }
        defer { finish(object) }
        if !path.hasPrefix("/") { diagnostics.report(.pathWithoutSlash(template, path)) }
        object.document("summary", "description")
        let servers = list(object["servers"], "servers") { $0.server($1) }
        let parameters = list(object["parameters"], "parameters") { $0.parameter($1) }
        for method in Self.methods { _ = object[method] }
        return OpenAPI.PathItem(
            template: OpenAPI.Located(value: path, range: template.range),
            servers: servers,
            parameters: parameters,
            operations: operations(of: node),
        )
    }

    /// In document order.
    private mutating func operations(of pathItem: Node) -> [OpenAPI.Operation] {
        pathItem.entries.compactMap { entry in
            guard let method = entry.key.text, Self.methods.contains(method) else { return nil }
            return operation(method, at: entry.key.range, entry.value)
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
        object.document("externalDocs")
        refuse("callbacks", in: &object)
        return OpenAPI.Operation(
            method: method,
            id: locatedText(object["operationId"]),
            swiftName: swiftName(&object),
            summary: text(object["summary"]),
            description: text(object["description"]),
            tags: list(object["tags"], "tags") { $0.locatedText($1) },
            isDeprecated: boolean(object["deprecated"]) ?? false,
            servers: list(object["servers"], "servers") { $0.server($1) },
            parameters: list(object["parameters"], "parameters") { $0.parameter($1) },
            body: object["requestBody"].flatMap { requestBody($0) },
            responses: entries(object["responses"], "responses") { $0.response($1.name, $1.value) },
            security: securityRequirements(object["security"]),
            permissions: object["x-permissions"].flatMap { permissions($0) },
            rules: parameterRules(&object),
            pagination: object["x-pagination"].flatMap { pagination($0) },
            range: range,
        )
    }
}
