extension JSONValue: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let container = container as? SingleNode {
            self = try container.decoder.decode(JSONValue.self)
        } else if container.decodeNil() {
            self = .null
        } else if let scalar = Self.scalar(in: container) {
            self = scalar
        } else if let members = try? container.decode([String: JSONValue].self) {
            self = .object(members)
        } else {
            self = .array(try container.decode([JSONValue].self))
        }
    }

    private static func scalar(in container: any SingleValueDecodingContainer) -> JSONValue? {
        if let text = try? container.decode(String.self) { return .string(text) }
        if let value = try? container.decode(Bool.self) { return .bool(value) }
        if let value = try? container.decode(JSONNumber.self) { return .number(value) }
        return nil
    }

    public func encode(to encoder: any Encoder) throws {
        // Encoded by its members, since a model may add members of its own.
        if case .object(let members) = self { return try members.encode(to: encoder) }
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let text): try container.encode(text)
        case .array(let elements): try container.encode(elements)
        case .object(let members): try container.encode(members)
        }
    }
}
