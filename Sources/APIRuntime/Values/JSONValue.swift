/// Any JSON value (RFC 8259), for values without a schema and for undeclared properties.
public enum JSONValue: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, stored exactly.
    case number(JSONNumber)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object; the order of its members is not preserved.
    case object([String: JSONValue])
}

extension JSONValue {
    /// The value of an object's member, or `nil` if this is not an object or has no such member.
    public subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The element of an array, or `nil` if this is not an array or the index is out of bounds.
    public subscript(index: Int) -> JSONValue? {
        if case .array(let elements) = self, elements.indices.contains(index) { elements[index] } else { nil }
    }

    /// Whether this is `null`.
    public var isNull: Bool { self == .null }

    /// The value of a string; `nil` for other values.
    public var string: String? { if case .string(let text) = self { text } else { nil } }

    /// The value of a Boolean; `nil` for other values.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// The exact number; `nil` for other values.
    public var number: JSONNumber? { if case .number(let number) = self { number } else { nil } }

    /// The value of an integer that fits `Int`; `nil` for other values.
    public var integer: Int? { number?.integer }

    /// The value of a number, rounded to `Double`; `nil` for other values.
    public var double: Double? { number?.double }

    /// The elements of an array; `nil` for other values.
    public var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

    /// The members of an object; `nil` for other values.
    public var object: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }
}

extension JSONValue: ExpressibleByNilLiteral {
    public init(nilLiteral: ()) { self = .null }
}

extension JSONValue: ExpressibleByBooleanLiteral {
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int64) { self = .number(JSONNumber(value)) }
}

extension JSONValue: ExpressibleByFloatLiteral {
    public init(floatLiteral value: Double) { self = .number(JSONNumber(floatLiteral: value)) }
}

extension JSONValue: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    /// Of duplicate names, the last member is used, as in most JSON parsers.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(Dictionary(members) { _, last in last })
    }
}
