import APIGenSourceText
import APIGenYAML

extension SpecDecoder {
    /// Reads and decodes a whole document.
    mutating func document(at path: String) -> OpenAPI.Document? {
        let root = references.documents.root(of: path, from: nil, diagnostics: &diagnostics)
        guard let root, var object = openAPI(root) else { return nil }
        let version = required("openapi", in: &object)
        record.note(version, as: .typed)
        readVersion(version)
        object.drop("jsonSchemaDialect")
        var document = OpenAPI.Document(in: &object, by: &self)
        finish(object)
        decodePendingSchemas()
        examples.check(&schemas, diagnostics: &diagnostics)
        document.schemas = schemas.decoded
        diagnostics.report(
            SchemaDepth.excess(in: document.schemas).map { .nestedTooDeeply($0.schema, $0.reason) })
        return document
    }

    /// The fields of the document, or `nil` after a diagnostic if it is not an OpenAPI document.
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
            diagnostics.report(.unsupportedVersion(text, at: node))
            return
        }
        minorVersion = minor
    }

    /// Since 3.2, a document may declare its own URI: the base URI of its references, and how other files refer to it.
    fileprivate mutating func readSelf(_ object: inout ObjectFields) {
        guard minorVersion >= 2, let node = object["$self"], let uri = text(node) else { return }
        record.note(node, as: .dropped)
        references.documents.name(object.node.document, by: uri, at: node)
    }

    fileprivate mutating func dateDecimals(_ node: Node) -> Int? {
        let known = ["3", "6", "9"]
        guard let text = node.text, known.contains(text) else {
            diagnostics.report(
                .unknownValue(node.text ?? "", at: node, as: "a number of decimals", among: known))
            return nil
        }
        return Int(text)
    }
}

extension OpenAPI.Document {
    /// The document without its schemas, which are added later.
    fileprivate init(in object: inout ObjectFields, by decoder: inout SpecDecoder) {
        let externalDocs = OpenAPI.ExternalDocumentation(object["externalDocs"], by: &decoder)
        decoder.readSelf(&object)
        let info = decoder.required("info", in: &object).flatMap { OpenAPI.Info($0, by: &decoder) }
        let servers = decoder.list(object["servers"], of: "servers") { OpenAPI.Server($1, by: &$0) }
        let tags = decoder.list(object["tags"], of: "tags") { OpenAPI.Tag($1, by: &$0) }
        let security = OpenAPI.SecurityRequirement.all(object["security"], by: &decoder)
        let components = Components(object["components"], by: &decoder)
        self.init(
            node: object.node,
            info: info ?? OpenAPI.Info(title: "", version: ""),
            externalDocs: externalDocs,
            servers: servers,
            tags: tags,
            paths: decoder.extensibleEntries(object["paths"], of: "paths") {
                OpenAPI.PathItem(path: $1.value, named: $1.name, by: &$0)
            },
            webhooks: decoder.entries(object["webhooks"], of: "webhooks") {
                OpenAPI.PathItem($1.value, named: $1.name, by: &$0)
            },
            security: security,
            securitySchemes: components.securitySchemes,
            components: components.schemas,
            dateDecimals: object["x-date-decimals"].flatMap { decoder.dateDecimals($0) },
            idempotencyHeader: decoder.headerName(object["x-idempotency"]),
            responseHeaders: object["x-response-headers"].flatMap {
                OpenAPI.ResponseHeaders($0, by: &decoder)
            },
            webhookSignature: object["x-webhook-signature"].flatMap {
                WebhookSignature($0, by: &decoder)
            },
            schemas: OpenAPI.Schemas(),
        )
    }
}

/// Decodes schemas and security schemes. Other components are decoded where a reference leads to them.
private struct Components {
    private(set) var schemas: [OpenAPI.NamedSchema] = []
    private(set) var securitySchemes: [OpenAPI.SecurityScheme] = []

    private static let referredTo = [
        "parameters", "responses", "requestBodies", "headers", "examples", "links", "pathItems", "callbacks",
    ]

    init(_ node: Node?, by decoder: inout SpecDecoder) {
        guard let node, var object = decoder.object(node, as: "components") else { return }
        defer { decoder.finish(object) }
        decoder.record.note(node, as: .typed)
        // Recorded where references lead to them.
        let kinds = Self.referredTo + ["schemas", "securitySchemes"]
        for kind in kinds { decoder.record.note(object[kind], as: .unreached) }
        if decoder.minorVersion >= 2 { decoder.record.note(object["mediaTypes"], as: .unreached) }
        let table = object["schemas"].flatMap { decoder.follow($0)?.node }
        schemas = decoder.entries(table, of: "schemas") { decoder, entry in
            guard let name = entry.name.text, let schema = decoder.schema(entry.value) else { return nil }
            return OpenAPI.NamedSchema(name: name, schema: schema)
        }
        securitySchemes = decoder.entries(object["securitySchemes"], of: "security schemes") {
            OpenAPI.SecurityScheme($1.value, named: $1.name, by: &$0)
        }
    }
}

extension OpenAPI.Info {
    fileprivate init?(_ node: Node, by decoder: inout SpecDecoder) {
        guard var object = decoder.object(node, as: "info") else { return nil }
        defer { decoder.finish(object) }
        self.init(
            node: node,
            title: decoder.text(decoder.required("title", in: &object)) ?? "",
            version: decoder.text(decoder.required("version", in: &object)) ?? "",
            summary: decoder.prose(object["summary"]),
            description: decoder.prose(object["description"]),
            termsOfService: decoder.prose(object["termsOfService"]),
            contact: Self.party(
                object["contact"], as: "contact", of: ["name", "email", "url"], by: &decoder),
            license: Self.party(
                object["license"], as: "license", of: ["name", "identifier", "url"], by: &decoder),
        )
    }

    /// The fields of a Contact or License Object, as texts.
    private static func party(
        _ node: Node?,
        as kind: String,
        of names: [String],
        by decoder: inout SpecDecoder,
    ) -> [Prose] {
        guard let node, var object = decoder.object(node, as: kind) else { return [] }
        decoder.record.note(node, as: .dropped)
        defer { decoder.finish(object) }
        return names.compactMap { decoder.prose(object[$0]) }
    }
}

extension OpenAPI.Tag {
    fileprivate init?(_ node: Node, by decoder: inout SpecDecoder) {
        guard var object = decoder.object(node, as: "tag") else { return nil }
        defer { decoder.finish(object) }
        let externalDocs = OpenAPI.ExternalDocumentation(object["externalDocs"], by: &decoder)
        guard let name = decoder.locatedText(decoder.required("name", in: &object)) else { return nil }
        // `kind` and `parent` only organize tags for documentation.
        if decoder.minorVersion >= 2 { object.drop("kind", "parent") }
        let summary = decoder.minorVersion >= 2 ? decoder.prose(object["summary"]) : nil
        self.init(
            node: node,
            name: name.value,
            description: decoder.prose(object["description"]) ?? summary,
            externalDocs: externalDocs,
            swiftName: OpenAPI.SwiftName(in: &object, by: &decoder),
            range: name.range,
        )
    }
}
