import Foundation

/// An encoded value before serialization: the JSON data model, with the members of objects in the order in which the
/// model wrote them.
enum EncodedValue: Sendable {
    case null
    case string(String)
    /// The text of a number or a Boolean.
    case literal(String)
    /// A file, which is in memory unless it is a part.
    case file(FilePart)
    case list([EncodedValue])
    case object([Member])

    struct Member: Sendable {
        let name: String
        let value: EncodedValue
    }
}

extension EncodedValue {
    /// The value as a parameter. `null` has no representation outside of JSON: it is omitted from objects and lists,
    /// like undefined values in RFC 6570, section 2.3.
    var parameter: Parameter {
        switch self {
        case .null: .list([])
        case .string(let text), .literal(let text): .text(text)
        case .file(let file): (file.bytes ?? Data()).parameter
        case .list(let items): .list(items.filter { !$0.isNull }.map(\.parameter))
        case .object(let members):
            .object(
                members.filter { !$0.value.isNull }.map {
                    Parameter.Member(name: $0.name, value: $0.value.parameter)
                })
        }
    }

    /// The JSON text, with members sorted by name.
    var json: String { String(decoding: jsonBytes, as: UTF8.self) }

    /// The JSON text in UTF-8, with members sorted by name.
    var jsonBytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .string(let text): JSONEscapes.write(text, to: &bytes)
        case .literal(let text): bytes.append(contentsOf: text.utf8)
        case .file(let file): JSONEscapes.write((file.bytes ?? Data()).base64EncodedString(), to: &bytes)
        case .list(let items):
            bytes.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                item.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members): Self.write(members, to: &bytes)
        }
    }

    private static func write(_ members: [Member], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        let sorted = members.sorted { $0.name.precedesInUnicode($1.name) }
        for (index, member) in sorted.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONEscapes.write(member.name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            member.value.write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// Whether the value holds a file that is not in memory.
    var holdsStream: Bool {
        switch self {
        case .null, .string, .literal: false
        case .file(let file): file.bytes == nil
        case .list(let items): items.contains(where: \.holdsStream)
        case .object(let members): members.contains { $0.value.holdsStream }
        }
    }

    var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The paths of null values, down to a depth of lists and objects.
    func nulls(at place: String, depth: Int) -> [String] {
        switch self {
        case .null: return [place]
        case .list(let items) where depth > 0:
            return items.enumerated().flatMap { $1.nulls(at: "\(place)[\($0)]", depth: depth - 1) }
        case .object(let members) where depth > 1:
            return members.flatMap { $0.value.nulls(at: "\(place).\($0.name)", depth: depth - 1) }
        case .string, .literal, .file, .list, .object: return []
        }
    }

    /// The text of a string, a number or a Boolean; `nil` for other values.
    var scalar: String? {
        switch self {
        case .string(let text), .literal(let text): text
        case .null, .file, .list, .object: nil
        }
    }
}

extension EncodedValue {
    init(_ value: JSONValue) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .literal(value ? "true" : "false")
        case .number(let number): self = .literal(number.text)
        case .string(let text): self = .string(text)
        case .array(let elements): self = .list(elements.map(EncodedValue.init))
        case .object(let members):
            self = .object(
                members.sorted { $0.key.precedesInUnicode($1.key) }
                    .map { Member(name: $0.key, value: EncodedValue($0.value)) })
        }
    }
}

extension EncodedValue {
    /// Creates a value from a node of a document, unchanged.
    init(_ document: JSONDocument, at node: Int) {
        switch document.nodes[node].kind {
        case .null: self = .null
        case .true, .false, .integer, .number: self = .literal(document.text(of: node))
        case .plainString, .escapedString: self = .string(document.text(of: node))
        case .array: self = .list(document.items(of: node).map { EncodedValue(document, at: $0) })
        case .object:
            let members = JSONObject(document.decoder(at: node))?.members ?? []
            self = .object(members.map { Member(name: $0.name, value: EncodedValue(document, at: $0.node)) })
        }
    }
}

extension JSONValue {
    /// Creates a value from its encoded form; `nil` if it contains a file or cannot be encoded.
    init?(writing value: Any) {
        guard let value = value as? any Encodable, let written = try? ValueEncoder.encode(value) else {
            return nil
        }
        self.init(written)
    }

    /// `nil` for a value that contains a file.
    private init?(_ value: EncodedValue) {
        switch value {
        case .null: self = .null
        case .string(let text): self = .string(text)
        case .literal("true"): self = .bool(true)
        case .literal("false"): self = .bool(false)
        case .literal(let text): self = .number(JSONNumber(valid: text))
        case .file: return nil
        case .list(let items):
            let values = items.compactMap { JSONValue($0) }
            guard values.count == items.count else { return nil }
            self = .array(values)
        case .object(let members):
            let values = members.compactMap { member in JSONValue(member.value).map { (member.name, $0) } }
            guard values.count == members.count else { return nil }
            self = .object(Dictionary(values) { _, last in last })
        }
    }
}
