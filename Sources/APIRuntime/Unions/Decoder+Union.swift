/// The kind of a JSON value (RFC 8259, section 3).
@_spi(Generated) public enum JSONType: Hashable, Sendable {
    case null, boolean, number, string, array, object
}

/// Lookahead for the decoding of unions. These do not consume anything: the selected case decodes the whole value.
///
///     switch decoder.text("kind") {
///     case "cat": self = .cat(try decoder.value())
///     case "dog": self = .dog(try decoder.value())
///     default: self = .other(try decoder.value())
///     }
@_spi(Generated) extension Decoder {
    /// Decodes the value at the current position.
    ///
    /// - Throws: `DecodingError` if it does not match `Value`.
    public func value<Value: Decodable>() throws -> Value {
        try singleValueContainer().decode(Value.self)
    }

    /// The kind of the value at the current position.
    public var jsonType: JSONType {
        if let decoder = self as? JSONNodeDecoder { return decoder.jsonType }
        if (try? container(keyedBy: FieldName.self)) != nil { return .object }
        if (try? unkeyedContainer()) != nil { return .array }
        guard let container = try? singleValueContainer(), !container.decodeNil() else { return .null }
        if (try? container.decode(Bool.self)) != nil { return .boolean }
        return (try? container.decode(String.self)) == nil ? .number : .string
    }

    /// The string at the current position, or `nil` for other values.
    public func text() -> String? {
        if let decoder = self as? JSONNodeDecoder { return try? decoder.text(expected: "a string") }
        return try? singleValueContainer().decode(String.self)
    }

    /// The string value of a member, or `nil` if there is none.
    public func text(_ name: String) -> String? {
        if let decoder = self as? JSONNodeDecoder { return decoder.member(name)?.text() }
        return member(name)
    }

    /// The scalar value of a member, a string, number or Boolean; `null` if there is none.
    public func scalar(_ name: String) -> JSONValue {
        if let decoder = self as? JSONNodeDecoder { return decoder.member(name)?.scalar ?? .null }
        if let text: String = member(name) { return .string(text) }
        if let value: Bool = member(name) { return .bool(value) }
        if let value: JSONNumber = member(name) { return .number(value) }
        return .null
    }

    private func member<Value: Decodable>(_ name: String) -> Value? {
        guard var fields = try? fields() else { return nil }
        return try? fields.required(name)
    }
}

extension JSONNodeDecoder {
    fileprivate func member(_ name: String) -> JSONNodeDecoder? { JSONObject(self)?[name].map(child) }

    fileprivate var scalar: JSONValue {
        switch kind {
        case .object, .array, .null: .null
        case .true, .false, .integer, .number, .plainString, .escapedString: (try? decode()) ?? .null
        }
    }

    fileprivate var jsonType: JSONType {
        switch kind {
        case .object: .object
        case .array: .array
        case .null: .null
        case .true, .false: .boolean
        case .integer, .number: .number
        case .plainString, .escapedString: .string
        }
    }
}
