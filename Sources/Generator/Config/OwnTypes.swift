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
        // Bytes are sent as they are, and are not coded.
        guard scalar != .binary, let type = scalar.facts.type else { return nil }
        return ofFormats.first { $0.key.text?.isExactly(format) ?? false && $0.fits(type) }?.type
    }
}

extension OwnTypes.Entry {
    /// The JSON type of its values, in words; `nil` if it may be any.
    private var jsonType: SchemaType? {
        if case .scalar(let scalar) = type { scalar.facts.type } else { nil }
    }

    /// Whether a schema of this type can have such values. Types that the generator does not know may be coded in any way.
    fileprivate func fits(_ type: SchemaType) -> Bool {
        guard Self.formatted.contains(type) || jsonType == type else { return false }
        switch jsonType {
        case nil: return true
        case .integer, .number: return type == .integer || type == .number
        case let own?: return own == type
        }
    }

    /// The types whose formats choose Swift types.
    private static let formatted: Set<SchemaType> = [.string, .integer, .number]
}

// MARK: - Mistakes

extension OwnTypes {
    /// Entries that apply to nothing in the document, which may have changed.
    func mistakes(in document: OpenAPI.Document) -> [Diagnostic] {
        let names = document.components.map(\.name)
        let schemas = document.schemas.ids.compactMap { document.schemas[$0] }
        return ofSchemas.compactMap { entry in
            let name = entry.key.text ?? ""
            guard let component = document.components.first(where: { $0.name.isExactly(name) }) else {
                return .noSuchSchema(name, among: names, at: entry.key)
            }
            let types = document.schemas[component.schema]?.types.filter { $0 != .null } ?? []
            return types.isEmpty || types.contains(where: entry.isOf) ? nil : .unfitType(entry, of: types)
        }
            + ofFormats.compactMap { $0.mistake(in: schemas) }
    }
}

extension OwnTypes.Entry {
    /// Whether a schema of this type can have such values.
    fileprivate func isOf(_ type: SchemaType) -> Bool { jsonType == nil || jsonType == type || fits(type) }

    fileprivate func mistake(in schemas: [OpenAPI.Schema]) -> Diagnostic? {
        let types = schemas.filter { $0.format.map { key.text?.isExactly($0.value) ?? false } ?? false }
            // Without a type, a format is one of strings.
            .flatMap { $0.types.isEmpty ? [.string] : $0.types }
            .filter(Self.formatted.contains)
        if types.isEmpty {
            return .unknownFormat(key, among: schemas.compactMap(\.format?.value).withoutDuplicates)
        }
        return types.contains(where: fits) ? nil : .unfitType(self, of: types.withoutDuplicates)
    }

    /// The JSON type of its values in words, where it is known.
    var jsonWord: String { jsonType?.rawValue ?? "value" }
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
        guard SwiftNames.isType(name) else {
            decoder.diagnostics.report(.notAType(name, at: node))
            return nil
        }
        var imported: String?
        if let module {
            imported = decoder.text(module)
            guard let imported, SwiftNames.isType(imported) else {
                if let imported { decoder.diagnostics.report(.notAModule(imported, at: module)) }
                return nil
            }
        }
        if [nil, "Foundation", "Swift"].contains(imported), let scalar = Self.known[name] {
            self.init(key: key, type: .scalar(scalar), name: name)
            return
        }
        guard !SwiftNames.isOfRuntime(name) else {
            decoder.diagnostics.report(.typeOfRuntime(name, at: node))
            return nil
        }
        self.init(key: key, type: .own(API.OwnType(name: name, module: imported)), name: name)
    }

    /// The types that the generator knows, which need no import, and are what formats of their own become.
    private static let known: [String: ScalarType] = [
        "String": .string, "Bool": .boolean, "Int": .integer, "UInt64": .unsignedInteger, "Double": .number,
        "Decimal": .decimal, "Date": .dateTime, "UUID": .uuid, "URL": .url, "Data": .data,
        "CalendarDate": .date, "Base64URL": .base64URL, "JSONValue": .json,
    ]
}
