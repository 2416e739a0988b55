import SourceText
import YAML

extension SpecDecoder {
    /// Reads and decodes a whole document.
    mutating func document(at path: String) -> OpenAPI.Document? {
        documents.root(of: path, from: nil, diagnostics: &diagnostics).flatMap { document($0) }
    }

    private mutating func document(_ root: Node) -> OpenAPI.Document? {
        guard var object = object(root, "OpenAPI document") else { return nil }
        checkVersion(required("openapi", in: &object))
        _ = (object["externalDocs"], object["jsonSchemaDialect"])
        refuse("webhooks", in: &object)
        let info = required("info", in: &object).flatMap { self.info($0) }
        let servers = list(object["servers"], "servers") { $0.server($1) }
        let tags = list(object["tags"], "tags") { $0.tag($1) }
        let security = securityRequirements(object["security"])
        let components = self.components(object["components"])
        let paths = entries(object["paths"], "paths") { $0.pathItem($1.name, $1.value) }
        finish(object)
        decodePendingSchemas()
        guard let info else { return nil }
        return OpenAPI.Document(
            info: info,
            servers: servers,
            tags: tags,
            paths: paths,
            security: security,
            securitySchemes: components.securitySchemes,
            components: components.schemas,
            schemas: schemas,
        )
    }

    private mutating func checkVersion(_ node: Node?) {
        guard let node, let version = text(node) else { return }
        if !version.hasPrefix("3.1.") { diagnostics.report(.unsupportedVersion(node, version)) }
    }

    private mutating func info(_ node: Node) -> OpenAPI.Info? {
        guard var object = object(node, "info") else { return nil }
        defer { finish(object) }
        _ = (object["termsOfService"], object["contact"], object["license"])
        guard let title = text(required("title", in: &object)),
            let version = text(required("version", in: &object))
        else { return nil }
        return OpenAPI.Info(
            title: title,
            version: version,
            summary: text(object["summary"]),
            description: text(object["description"]),
        )
    }

    private mutating func tag(_ node: Node) -> OpenAPI.Tag? {
        guard var object = object(node, "tag") else { return nil }
        defer { finish(object) }
        _ = object["externalDocs"]
        guard let name = locatedText(required("name", in: &object)) else { return nil }
        return OpenAPI.Tag(
            name: name.value,
            description: text(object["description"]),
            swiftName: swiftName(&object),
            range: name.range,
        )
    }

    private struct Components {
        var schemas: [OpenAPI.NamedSchema] = []
        var securitySchemes: [OpenAPI.SecurityScheme] = []
    }

    /// What is referred to is decoded where it is used; only what has a name of its own is read here.
    private mutating func components(_ node: Node?) -> Components {
        guard let node, var object = object(node, "components") else { return Components() }
        defer { finish(object) }
        for kind in ["parameters", "responses", "requestBodies", "headers", "examples", "links", "pathItems"]
        {
            _ = object[kind]
        }
        refuse("callbacks", in: &object)
        return Components(
            schemas: entries(object["schemas"], "schemas") { decoder, entry in
                guard let name = entry.name.text, let schema = decoder.schema(entry.value) else { return nil }
                return OpenAPI.NamedSchema(name: name, schema: schema)
            },
            securitySchemes: entries(object["securitySchemes"], "security schemes") {
                $0.securityScheme($1.name, $1.value)
            },
        )
    }
}
