import SourceText
import YAML

extension SpecDecoder {
    /// Reads and decodes a whole document.
    mutating func document(at path: String) -> OpenAPI.Document? {
        documents.root(of: path, from: nil, diagnostics: &diagnostics).flatMap { document($0) }
    }

    private mutating func document(_ root: Node) -> OpenAPI.Document? {
        guard var object = openAPI(root) else { return nil }
        readVersion(required("openapi", in: &object))
        object.drop("jsonSchemaDialect")
        let link = externalDocs(object["externalDocs"])
        readSelf(&object)
        let info = required("info", in: &object).flatMap { self.info($0) }
        let servers = list(object["servers"], "servers") { $0.server($1) }
        let tags = list(object["tags"], "tags") { $0.tag($1) }
        let security = securityRequirements(object["security"])
        let components = self.components(object["components"])
        let paths = extensibleEntries(object["paths"], "paths") { $0.path($1.name, $1.value) }
        let webhooks = entries(object["webhooks"], "webhooks") { $0.pathItem($1.name, $1.value) }
        let dateDecimals = object["x-date-decimals"].flatMap { self.dateDecimals($0) }
        finish(object)
        decodePendingSchemas()
        checkExamples()
        diagnostics.report(SchemaDepth.excess(in: schemas).map { .nestedTooDeeply($0) })
        return OpenAPI.Document(
            info: info ?? OpenAPI.Info(title: "", version: ""),
            link: link,
            servers: servers,
            tags: tags,
            paths: paths,
            webhooks: webhooks,
            security: security,
            securitySchemes: components.securitySchemes,
            components: components.schemas,
            dateDecimals: dateDecimals,
            schemas: schemas,
        )
    }

    /// The fields of a document, or a report that it is none.
    private mutating func openAPI(_ root: Node) -> ObjectFields? {
        guard root.kind == .mapping else {
            diagnostics.report(.notADocument(root))
            return nil
        }
        if let format = OtherFormat(of: root) {
            diagnostics.report(.otherFormat(format, at: format.key.range))
            return nil
        }
        let object = ObjectFields(node: root, kind: "OpenAPI document")
        if OtherFormat.contents.allSatisfy({ root[$0] == nil }) {
            diagnostics.report(.missingField("paths", of: object))
        }
        return object
    }

    private mutating func readVersion(_ node: Node?) {
        guard let node, let text = text(node) else { return }
        let parts = text.split(separator: ".")
        guard parts.first == "3", let minor = parts.dropFirst().first.flatMap({ Int($0) }), minor <= 2 else {
            diagnostics.report(.unsupportedVersion(node, text))
            return
        }
        minorVersion = minor
    }

    /// Since 3.2 a document may say by which URI others refer to it, and what its own references start from.
    private mutating func readSelf(_ object: inout ObjectFields) {
        guard minorVersion >= 2, let node = object["$self"], let uri = text(node) else { return }
        documents.name(object.node.document, uri, at: node.range)
    }

    private mutating func dateDecimals(_ node: Node) -> Int? {
        let known = ["3", "6", "9"]
        guard let text = node.text, known.contains(text) else {
            diagnostics.report(.unknownValue(node, node.text ?? "", "a number of decimals", among: known))
            return nil
        }
        return Int(text)
    }

    private mutating func info(_ node: Node) -> OpenAPI.Info? {
        guard var object = object(node, "info") else { return nil }
        defer { finish(object) }
        return OpenAPI.Info(
            title: text(required("title", in: &object)) ?? "",
            version: text(required("version", in: &object)) ?? "",
            summary: prose(object["summary"]),
            description: prose(object["description"]),
            termsOfService: prose(object["termsOfService"]),
            contact: party(object["contact"], "contact", ["name", "email", "url"]),
            license: party(object["license"], "license", ["name", "identifier", "url"]),
        )
    }

    /// Who stands behind a service, or the licence of its document, in a few texts.
    private mutating func party(_ node: Node?, _ kind: String, _ names: [String]) -> [Prose] {
        guard let node, var object = object(node, kind) else { return [] }
        defer { finish(object) }
        return names.compactMap { prose(object[$0]) }
    }

    private mutating func tag(_ node: Node) -> OpenAPI.Tag? {
        guard var object = object(node, "tag") else { return nil }
        defer { finish(object) }
        let link = externalDocs(object["externalDocs"])
        guard let name = locatedText(required("name", in: &object)) else { return nil }
        // A tree of tags is for the navigation of documentation.
        if minorVersion >= 2 { object.drop("kind", "parent") }
        let summary = minorVersion >= 2 ? prose(object["summary"]) : nil
        return OpenAPI.Tag(
            name: name.value,
            description: prose(object["description"]) ?? summary,
            link: link,
            swiftName: swiftName(&object),
            range: name.range,
        )
    }

    private struct Components {
        var schemas: [OpenAPI.NamedSchema] = []
        var securitySchemes: [OpenAPI.SecurityScheme] = []
    }

    private static let referredTo = [
        "parameters", "responses", "requestBodies", "headers", "examples", "links", "pathItems", "callbacks",
    ]

    /// What is referred to is decoded where it is used; only what has a name of its own is read here.
    private mutating func components(_ node: Node?) -> Components {
        guard let node, var object = object(node, "components") else { return Components() }
        defer { finish(object) }
        for kind in Self.referredTo { _ = object[kind] }
        if minorVersion >= 2 { _ = object["mediaTypes"] }
        return Components(
            schemas: entries(object["schemas"].flatMap { follow($0)?.node }, "schemas") { decoder, entry in
                guard let name = entry.name.text, let schema = decoder.schema(entry.value) else { return nil }
                return OpenAPI.NamedSchema(name: name, schema: schema)
            },
            securitySchemes: entries(object["securitySchemes"], "security schemes") {
                $0.securityScheme($1.name, $1.value)
            },
        )
    }
}
