import APIRuntime
import Foundation

/// What texts stand for by a schema: its types, with those of the schemas that it refers to.
struct Shape {
    private(set) var types: Set<String> = []
    private(set) var properties: [String: DocumentFiles.Place] = [:]
    private var isClosed = false
    private var items: DocumentFiles.Place?
    private var additional: DocumentFiles.Place?

    init(of schema: DocumentFiles.Place?, in files: DocumentFiles) {
        if let schema { add(schema, in: files, depth: 8) }
    }

    private mutating func add(_ schema: DocumentFiles.Place, in files: DocumentFiles, depth: Int) {
        guard depth > 0 else { return }
        let schema = files.resolved(schema)
        types.formUnion(schema.value["type"]?.array?.compactMap(\.string) ?? [])
        if let type = schema.value["type"]?.string { types.insert(type) }
        for value in (schema.value["enum"]?.array ?? []) + [schema.value["const"]].compactMap(\.self) {
            switch value {
            case .number: types.insert("number")
            case .bool: types.insert("boolean")
            case .string: types.insert("string")
            case .null, .array, .object: break
            }
        }
        if let properties = schema["properties"] {
            if schema.value["type"] == nil { types.insert("object") }
            self.properties.merge(properties.members.map { ($0.name, $0.place) }) { first, _ in first }
        }
        if let items = schema["items"] { (self.items, _) = (items, types.insert("array")) }
        if let additional = schema["additionalProperties"] {
            isClosed = isClosed || additional.value == .bool(false)
            self.additional = additional
        }
        for keyword in ["allOf", "anyOf", "oneOf"] {
            for part in schema[keyword]?.elements ?? [] { add(part, in: files, depth: depth - 1) }
        }
    }

    /// Whether there may be other properties than those that are declared. Beside declared ones, they are rare.
    var isOpen: Bool { !isClosed && (additional != nil || properties.isEmpty) }
    var isArray: Bool { types.contains("array") }
    var isObject: Bool { types.contains("object") && !isArray }

    func element(_ files: DocumentFiles) -> Shape { Shape(of: items, in: files) }
    func property(_ name: String, _ files: DocumentFiles) -> Shape {
        Shape(of: properties[name] ?? additional, in: files)
    }

    /// The value of a field with some texts, of which a list has one each.
    func value(ofField texts: [String], _ files: DocumentFiles) -> JSONValue {
        if isArray { return .array(texts.map(element(files).value)) }
        let text = texts.first ?? ""
        return isObject ? Self.json(text) : value(text)
    }

    /// A text as JSON, or as it is.
    static func json(_ text: String) -> JSONValue {
        (try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))) ?? .string(text)
    }

    /// The scalar that a text stands for.
    func value(_ text: String) -> JSONValue {
        if !types.isDisjoint(with: ["integer", "number"]), let number = JSONNumber(text) {
            return .number(number)
        }
        if types.contains("boolean"), ["true", "false"].contains(text) { return .bool(text == "true") }
        if types == ["null"] || types.isEmpty, text == "null" { return .null }
        return .string(text)
    }
}
