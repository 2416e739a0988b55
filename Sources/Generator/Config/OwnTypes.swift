import APIGenSourceText
import APIGenYAML

/// The Swift types that stand in for schemas and formats: `types` and `formats` of `gen.yaml`.
struct OwnTypes: Sendable {
    struct Entry: Sendable {
        /// The name of a schema in `components`, or a format.
        let key: Node
        let type: API.TypeReference
        /// The type as it is written.
        let name: String
    }

    var ofSchemas: [Entry] = []
    var ofFormats: [Entry] = []

    /// The types that the generator does not know.
    var all: [API.OwnType] {
        (ofSchemas + ofFormats).compactMap { if case .own(let type) = $0.type { type } else { nil } }
    }

    /// The type of a schema in `components`; `nil` if it becomes one of the document.
    func type(ofSchema name: String) -> API.TypeReference? {
        ofSchemas.first { $0.key.text?.isExactly(name) ?? false }?.type
    }

    /// The type of a scalar with a format; `nil` if it becomes one of the document.
    func type(ofFormat format: String, for scalar: ScalarType) -> API.TypeReference? {
        guard scalar != .binary, let type = scalar.facts.type, type.hasFormats else { return nil }
        return ofFormats.first { $0.key.text?.isExactly(format) ?? false && $0.fits(type) }?.type
    }
}

// MARK: - Mistakes

extension OwnTypes {
    /// Entries that apply to nothing in the document, which may have changed.
    func mistakes(in document: OpenAPI.Document) -> [Diagnostic] {
        let schemas = document.schemas.ids.compactMap { document.schemas[$0] }
        return ofSchemas.compactMap { $0.mistake(asSchemaOf: document) }
            + ofFormats.compactMap { $0.mistake(asFormatOf: schemas) }
    }
}

extension OwnTypes.Entry {
    /// The type of its values in JSON; `nil` for types that the generator does not know, which may be coded in any way.
    var jsonType: SchemaType? {
        if case .scalar(let scalar) = type { scalar.facts.type } else { nil }
    }

    /// Whether a schema of this type can have such values.
    fileprivate func fits(_ type: SchemaType) -> Bool {
        switch jsonType {
        case nil: true
        case .integer, .number: type == .integer || type == .number
        case .null, .boolean, .string, .array, .object: type == jsonType
        }
    }

    fileprivate func mistake(asSchemaOf document: OpenAPI.Document) -> Diagnostic? {
        let name = key.text ?? ""
        guard let component = document.components.first(where: { $0.name.isExactly(name) }) else {
            return .noSuchSchema(name, among: document.components.map(\.name), at: key)
        }
        let types = document.schemas[component.schema]?.types.filter { $0 != .null } ?? []
        return types.isEmpty || types.contains(where: fits) ? nil : .unfitType(self, of: types)
    }

    fileprivate func mistake(asFormatOf schemas: [OpenAPI.Schema]) -> Diagnostic? {
        let name = key.text ?? ""
        if ScalarType(format: name, of: .string) == .binary { return .formatOfBytes(key) }
        let types = schemas.filter { $0.format.map { name.isExactly($0.value) } ?? false }
            // Without a type, a format is one of strings.
            .flatMap { $0.types.isEmpty ? [.string] : $0.types.filter(\.hasFormats) }
        guard !types.isEmpty else {
            return .unknownFormat(key, among: schemas.compactMap(\.format?.value).withoutDuplicates)
        }
        return types.contains(where: fits) ? nil : .unfitType(self, of: types.withoutDuplicates)
    }
}

extension SchemaType {
    /// Whether a format may choose the Swift type.
    fileprivate var hasFormats: Bool {
        switch self {
        case .string, .integer, .number: true
        case .null, .boolean, .array, .object: false
        }
    }
}

// MARK: - Decoding

extension OwnTypes {
    init(ofSchemas: Node?, ofFormats: Node?, by decoder: inout SettingsDecoder) {
        self.ofSchemas = Self.entries(ofSchemas, of: "types of schemas", by: &decoder)
        self.ofFormats = Self.entries(ofFormats, of: "types of formats", by: &decoder)
    }

    private static func entries(
        _ node: Node?, of kind: String, by decoder: inout SettingsDecoder,
    ) -> [Entry] {
        decoder.entries(node, of: kind) { decoder, entry in
            guard decoder.text(entry.name) != nil else { return nil }
            return Entry(key: entry.name, type: entry.value, by: &decoder)
        }
    }
}

extension OwnTypes.Entry {
    /// A name, or a name with the module that declares the type.
    fileprivate init?(key: Node, type node: Node, by decoder: inout SettingsDecoder) {
        guard node.kind == .mapping else {
            self.init(key: key, name: node, module: nil, by: &decoder)
            return
        }
        guard var object = decoder.object(node, as: "type") else { return nil }
        defer { decoder.finish(object) }
        let name = decoder.required("type", in: &object)
        let module = object["import"]
        guard let name else { return nil }
        self.init(key: key, name: name, module: module, by: &decoder)
    }

    private init?(key: Node, name node: Node, module: Node?, by decoder: inout SettingsDecoder) {
        guard let name = decoder.text(node) else { return nil }
        let imported = decoder.text(module)
        if module != nil, imported == nil { return nil }
        let known = [nil, "Foundation", "Swift"].contains(imported) ? Self.known[name] : nil
        if !TypeName(name).isValid {
            decoder.diagnostics.report(.notAType(name, at: node))
        } else if let module, let imported, !TypeName(imported).isValid {
            decoder.diagnostics.report(.notAModule(imported, at: module))
        } else if known == nil, TypeName(name).isOfRuntime {
            decoder.diagnostics.report(.typeOfRuntime(name, at: node))
        } else {
            let own = API.TypeReference.own(API.OwnType(name: name, module: imported))
            self.init(key: key, type: known.map { .scalar($0) } ?? own, name: name)
            return
        }
        return nil
    }

    /// The types that the generator knows, which need no import, and are what formats of their own become.
    private static let known: [String: ScalarType] = [
        "String": .string, "Bool": .boolean, "Int": .integer, "UInt64": .unsignedInteger, "Double": .number,
        "Decimal": .decimal, "Date": .dateTime, "UUID": .uuid, "URL": .url, "Data": .data,
        "CalendarDate": .date, "Base64URL": .base64URL, "JSONValue": .json,
    ]
}
