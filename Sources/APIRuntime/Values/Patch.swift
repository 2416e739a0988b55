/// A change to a property: leave it unchanged, set it to `null`, or set a value.
///
/// Used where an absent property differs from `null`, as in a JSON merge patch (RFC 7396). It supports the literals of
/// its value: `PatchSegment(description: "Visitors", color: nil)`.
public enum Patch<Value> {
    /// The property is omitted.
    case unchanged
    /// The property is sent as `null`.
    case null
    /// The property is sent with this value.
    case value(Value)

    /// Creates a patch that sets a value or, for `nil`, `null`, as in `Patch(note)`.
    public init(_ value: Value?) { self = value.map(Patch.value) ?? .null }

    /// The value to set, or `nil` if there is none.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }
}

extension Patch: Equatable where Value: Equatable {}
extension Patch: Hashable where Value: Hashable {}
extension Patch: Sendable where Value: Sendable {}

extension Patch: ExpressibleByNilLiteral {
    public init(nilLiteral: ()) { self = .null }
}

extension Patch: ExpressibleByBooleanLiteral where Value: ExpressibleByBooleanLiteral {
    public init(booleanLiteral value: Value.BooleanLiteralType) {
        self = .value(Value(booleanLiteral: value))
    }
}

extension Patch: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Value.IntegerLiteralType) {
        self = .value(Value(integerLiteral: value))
    }
}

extension Patch: ExpressibleByFloatLiteral where Value: ExpressibleByFloatLiteral {
    public init(floatLiteral value: Value.FloatLiteralType) { self = .value(Value(floatLiteral: value)) }
}

extension Patch: ExpressibleByUnicodeScalarLiteral where Value: ExpressibleByUnicodeScalarLiteral {
    public init(unicodeScalarLiteral value: Value.UnicodeScalarLiteralType) {
        self = .value(Value(unicodeScalarLiteral: value))
    }
}

extension Patch: ExpressibleByExtendedGraphemeClusterLiteral
where Value: ExpressibleByExtendedGraphemeClusterLiteral {
    public init(extendedGraphemeClusterLiteral value: Value.ExtendedGraphemeClusterLiteralType) {
        self = .value(Value(extendedGraphemeClusterLiteral: value))
    }
}

extension Patch: ExpressibleByStringLiteral where Value: ExpressibleByStringLiteral {
    public init(stringLiteral value: Value.StringLiteralType) { self = .value(Value(stringLiteral: value)) }
}

extension Patch: ExpressibleByArrayLiteral where Value: RangeReplaceableCollection {
    public init(arrayLiteral elements: Value.Element...) { self = .value(Value(elements)) }
}
