import Foundation

/// A decoder of a node of a JSON document.
///
/// It fits into three words, so that it needs no allocation as an existential `Decoder`. The coding path is computed on
/// demand, which is for errors.
struct JSONNodeDecoder: Decoder {
    let document: JSONDocument
    let node: Int
    let log: DepartureLog

    var codingPath: [any CodingKey] { document.path(to: node) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    var kind: JSONDocument.Node.Kind { document.nodes[node].kind }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        let object = try object()
        return KeyedDecodingContainer(KeyedNodes(object, decoder: self, nodes: try object.membersByName()))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard kind == .array else { throw mismatch(expected: "an array") }
        return UnkeyedNodes(decoder: self)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { SingleNode(decoder: self) }

    /// The object at this node.
    func object() throws -> JSONObject {
        guard let object = JSONObject(self) else { throw mismatch(expected: "an object") }
        return object
    }

    /// Decodes another node of the same document.
    func decode<Value: Decodable>(_ type: Value.Type = Value.self, at node: Int) throws -> Value {
        try child(node).decode(type)
    }

    func child(_ node: Int) -> JSONNodeDecoder {
        JSONNodeDecoder(document: document, node: node, log: log)
    }
}

extension JSONNodeDecoder {
    /// Decodes any value. Types with a JSON representation of their own are handled here.
    func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try document.checkDeadline(at: node)
        let value: Any
        if type == Date.self {
            value = try date()
        } else if type == UUID.self {
            value = try uuid()
        } else if type == URL.self {
            value = try url()
        } else if type == Data.self {
            value = try data()
        } else if type == Decimal.self {
            value = try decimal()
        } else if type == JSONValue.self {
            value = try jsonValue()
        } else if type == JSONNumber.self {
            value = try number()
        } else {
            let (count, unkept) = (log.count, log.unkept)
            do {
                return try Value(from: self)
            } catch let error as DecodingError {
                return try remainder(of: error, since: count, unkept)
            }
        }
        guard let value = value as? Value else { throw mismatch(expected: Expectation.words(for: type)) }
        return value
    }
}

// MARK: - Scalars

extension JSONNodeDecoder {
    var isText: Bool { kind == .plainString || kind == .escapedString }
    var isNumber: Bool { kind == .integer || kind == .number }

    func text(expected: String) throws -> String {
        guard isText else { throw mismatch(expected: expected) }
        return document.text(of: node)
    }

    /// The number, which may be quoted in lenient reading.
    func number(expected: String = "a number") throws -> JSONNumber {
        if isNumber { return JSONNumber(valid: document.text(of: node)) }
        guard isLenient, isText, let number = JSONNumber(document.text(of: node)) else {
            throw mismatch(expected: expected)
        }
        depart(expected: expected)
        return number
    }

    private func decimal() throws -> Decimal {
        guard let decimal = try number().decimal else {
            throw mismatch(expected: "a number of at most 38 digits")
        }
        return decimal
    }

    private func jsonValue() throws -> JSONValue {
        try document.checkDeadline(at: node)
        switch kind {
        case .null: return .null
        case .true: return .bool(true)
        case .false: return .bool(false)
        case .integer, .number: return .number(JSONNumber(valid: document.text(of: node)))
        case .plainString, .escapedString: return .string(document.text(of: node))
        case .array: return .array(try document.items(of: node).map { try child($0).jsonValue() })
        case .object:
            return .object(try object().membersByName().mapValues { try child($0).jsonValue() })
        }
    }
}
