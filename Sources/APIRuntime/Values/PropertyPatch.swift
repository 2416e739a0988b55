/// A change to a property: leave it unchanged, set it to `null`, or set a value.
///
/// Used where an absent property differs from `null`, as in a JSON merge patch (RFC 7396). It supports the literals of
/// its value: `PatchSegment(description: "Visitors", color: nil)`.
public enum PropertyPatch<Value> {
    /// The property is omitted.
    case unchanged
    /// The property is sent as `null`.
    case null
    /// The property is sent with this value.
    case value(Value)

    /// Creates a patch that sets a value or, for `nil`, `null`, as in `PropertyPatch(note)`.
    public init(_ value: Value?) { self = value.map(PropertyPatch.value) ?? .null }

    /// The value to set, or `nil` if there is none.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }
}

extension PropertyPatch: Equatable where Value: Equatable {}
extension PropertyPatch: Hashable where Value: Hashable {}
extension PropertyPatch: Sendable where Value: Sendable {}

extension PropertyPatch: ExpressibleByNilLiteral {
    public init(nilLiteral: ()) { self = .null }
}

extension PropertyPatch: ExpressibleByBooleanLiteral where Value: ExpressibleByBooleanLiteral {
    public init(booleanLiteral value: Value.BooleanLiteralType) {
        self = .value(Value(booleanLiteral: value))
    }
}

extension PropertyPatch: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Value.IntegerLiteralType) {
        self = .value(Value(integerLiteral: value))
    }
}

extension PropertyPatch: ExpressibleByFloatLiteral where Value: ExpressibleByFloatLiteral {
    public init(floatLiteral value: Value.FloatLiteralType) { self = .value(Value(floatLiteral: value)) }
}

extension PropertyPatch: ExpressibleByUnicodeScalarLiteral where Value: ExpressibleByUnicodeScalarLiteral {
    public init(unicodeScalarLiteral value: Value.UnicodeScalarLiteralType) {
        self = .value(Value(unicodeScalarLiteral: value))
    }
}

extension PropertyPatch: ExpressibleByExtendedGraphemeClusterLiteral
where Value: ExpressibleByExtendedGraphemeClusterLiteral {
    public init(extendedGraphemeClusterLiteral value: Value.ExtendedGraphemeClusterLiteralType) {
        self = .value(Value(extendedGraphemeClusterLiteral: value))
    }
}

extension PropertyPatch: ExpressibleByStringLiteral where Value: ExpressibleByStringLiteral {
    public init(stringLiteral value: Value.StringLiteralType) { self = .value(Value(stringLiteral: value)) }
}

extension PropertyPatch: ExpressibleByArrayLiteral where Value: RangeReplaceableCollection {
    public init(arrayLiteral elements: Value.Element...) { self = .value(Value(elements)) }
}
