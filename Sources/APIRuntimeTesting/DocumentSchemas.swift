@_spi(Generated) import APIRuntime
import Foundation

/// The schemas of a document, as JSON Schema 2020-12 that values can be checked against.
struct DocumentSchemas: Sendable {
    private let files: DocumentFiles
    /// Whether the document is of OpenAPI 3.0, whose schemas are of an older dialect.
    private let isOld: Bool

    init(_ files: DocumentFiles) {
        self.files = files
        isOld = files.document.value["openapi"]?.string?.hasPrefix("3.0") ?? false
    }

    /// The violations of a schema by a JSON text.
    func violations(
        of place: DocumentFiles.Place, by json: Data, at root: String, isRequest: Bool,
    ) throws -> [String] {
        var schemas: [String: JSONValue] = ["Value": converted(place.value, in: place.file)]
        var pending = references(in: place.value, of: place.file)
        while let key = pending.popLast() {
            guard schemas[key] == nil else { continue }
            guard let target = files.target(of: key, from: "") else { return ["\(key) leads nowhere"] }
            schemas[key] = converted(target.value, in: target.file)
            pending += references(in: target.value, of: target.file)
        }
        let text = String(decoding: try JSONEncoder().encode(JSONValue.object(schemas)), as: UTF8.self)
        return try SchemaSet(text)["Value"].violations(by: json, at: root, isRequest: isRequest)
    }

    private func references(in value: JSONValue, of file: String) -> [String] {
        switch value {
        case .object(let members):
            let own = members["$ref"]?.string.map { [DocumentFiles.key(of: $0, from: file)] } ?? []
            return own + members.values.flatMap { references(in: $0, of: file) }
        case .array(let items): return items.flatMap { references(in: $0, of: file) }
        case .null, .bool, .number, .string: return []
        }
    }

    /// The schema with whole references, with alternatives that may overlap, and in the dialect of 2020-12.
    ///
    /// - Parameter around: The schemas that this one is a part of by `allOf`.
    private func converted(
        _ schema: JSONValue, in file: String, around: [DocumentFiles.Place] = [],
    ) -> JSONValue {
        guard case .object(var members) = schema else { return schema }
        let declarations = around + [DocumentFiles.Place(value: schema, file: file)]
        distinguishDirections(&members, declarations)
        for name in Self.annotations { members[name] = nil }
        // Nothing would match it: a document with an empty list means none.
        if members["enum"]?.array?.isEmpty == true { members["enum"] = nil }
        if let reference = members["$ref"]?.string {
            members["$ref"] = .string(DocumentFiles.key(of: reference, from: file))
        }
        for name in Self.schemas { members[name] = members[name].map { converted($0, in: file) } }
        for name in Self.lists {
            let around = name == "allOf" ? declarations : []
            members[name] = members[name]?.array.map { items in
                .array(items.map { converted($0, in: file, around: around) })
            }
        }
        for name in Self.maps {
            members[name] = members[name]?.object.map { .object($0.mapValues { converted($0, in: file) }) }
        }
        if let alternatives = members.removeValue(forKey: "oneOf") {
            // Documents overlap where their discriminator tells the alternatives apart.
            let other = members["anyOf"].map { [.object(["anyOf": $0])] } ?? [JSONValue]()
            members["anyOf"] = alternatives
            if !other.isEmpty { members["allOf"] = .array((members["allOf"]?.array ?? []) + other) }
        }
        return isOld ? modernized(members) : .object(members)
    }

    /// A request goes without read-only properties, and a response without write-only ones.
    ///
    /// - Parameter declarations: The schemas that may declare the properties: this one, and those around it by `allOf`.
    private func distinguishDirections(
        _ members: inout [String: JSONValue], _ declarations: [DocumentFiles.Place],
    ) {
        guard let required = members["required"]?.array?.compactMap(\.string) else { return }
        func has(_ flag: String, _ name: String) -> Bool {
            declarations.contains { files.has(flag, on: name, in: $0) }
        }
        let sent = required.filter { !has("readOnly", $0) && has("writeOnly", $0) }
        let received = required.filter { has("readOnly", $0) && !has("writeOnly", $0) }
        let both = required.filter { !has("readOnly", $0) && !has("writeOnly", $0) }
        members["required"] = .array(both.map(JSONValue.string))
        if !sent.isEmpty { members["requiredInRequests"] = .array(sent.map(JSONValue.string)) }
        if !received.isEmpty { members["requiredInResponses"] = .array(received.map(JSONValue.string)) }
    }

    /// `nullable` and the exclusive bounds of OpenAPI 3.0 (section 4.7.24.2).
    private func modernized(_ schema: [String: JSONValue]) -> JSONValue {
        var members = schema
        for (flag, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
            guard let isExclusive = members[flag]?.bool else { continue }
            members[flag] = isExclusive ? members.removeValue(forKey: bound) : nil
        }
        guard members.removeValue(forKey: "nullable")?.bool == true else { return .object(members) }
        return .object(["anyOf": .array([.object(members), .object(["type": "null"])])])
    }

    private static let annotations = ["discriminator", "example", "examples", "xml", "externalDocs"]
    private static let schemas = [
        "additionalProperties", "items", "not", "if", "then", "else", "contains", "propertyNames",
        "unevaluatedItems", "unevaluatedProperties",
    ]
    private static let lists = ["allOf", "anyOf", "oneOf", "prefixItems"]
    private static let maps = ["properties", "patternProperties", "dependentSchemas"]
}
