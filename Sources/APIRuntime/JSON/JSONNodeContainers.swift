/// The keyed container of an object, for types with their own coding keys.
struct KeyedNodes<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let object: JSONObject
    private let decoder: JSONNodeDecoder
    private let nodes: [String: Int]

    init(_ object: JSONObject, decoder: JSONNodeDecoder, nodes: [String: Int]) {
        self.object = object
        self.decoder = decoder
        self.nodes = nodes
    }

    var codingPath: [any CodingKey] { decoder.codingPath }

    var allKeys: [Key] { object.members.compactMap { Key(stringValue: $0.name) } }

    func contains(_ key: Key) -> Bool { nodes[key.stringValue] != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try value(key).kind == .null }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try value(key).decodeRequired(type)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key,
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try value(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try value(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { try value(FieldName("super")) }

    func superDecoder(forKey key: Key) throws -> any Decoder { try value(key) }

    private func value(_ key: any CodingKey) throws -> JSONNodeDecoder {
        guard let node = nodes[key.stringValue] else {
            throw DecodingError.keyNotFound(
                key, .init(codingPath: decoder.errorPath, debugDescription: "absent"))
        }
        return decoder.child(node)
    }
}

/// The unkeyed container of an array.
struct UnkeyedNodes: UnkeyedDecodingContainer {
    private let decoder: JSONNodeDecoder
    private var next: Int
    private(set) var currentIndex = 0

    init(decoder: JSONNodeDecoder) {
        self.decoder = decoder
        next = decoder.node + 1
    }

    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { decoder.document.items(of: decoder.node).count }
    var isAtEnd: Bool { next == decoder.document.nodes[decoder.node].next }

    mutating func decodeNil() throws -> Bool {
        guard try item().kind == .null else { return false }
        advance()
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try item().decodeRequired(type)
        advance()
        return value
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type,
    ) throws -> KeyedDecodingContainer<NestedKey> {
        let container = try item().container(keyedBy: type)
        advance()
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try item().unkeyedContainer()
        advance()
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = try item()
        advance()
        return decoder
    }

    private func item() throws -> JSONNodeDecoder {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                JSONValue.self,
                .init(codingPath: decoder.errorPath + [ItemIndex(currentIndex)], debugDescription: "absent"))
        }
        return decoder.child(next)
    }

    private mutating func advance() {
        next = decoder.document.nodes[next].next
        currentIndex += 1
    }
}
