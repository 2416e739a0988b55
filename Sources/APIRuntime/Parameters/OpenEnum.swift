/// A string enumeration that preserves unrecognized values.
///
/// Any string can be decoded, compared and sent. A `switch` needs a `default`.
///
///     public struct Scope: OpenEnum {
///         public let rawValue: String
///         public init(rawValue: String) { self.rawValue = rawValue }
///
///         public static var session: Self { "Session" }
///     }
public protocol OpenEnum: RawRepresentable<String>, Codable, Hashable, ParameterValue,
    ExpressibleByStringLiteral, CustomStringConvertible
{
    /// Creates a value, whether the document declares it or not.
    init(rawValue: String)
}

extension OpenEnum {
    public init(stringLiteral value: String) { self.init(rawValue: value) }

    public init(from decoder: any Decoder) throws { self.init(rawValue: try String(from: decoder)) }

    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }

    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

    public var description: String { rawValue }

    @_spi(Generated) public var parameter: Parameter { .text(rawValue) }
}

/// An integer enumeration that preserves unrecognized values.
///
/// The counterpart of ``OpenEnum`` for integers.
public protocol OpenIntegerEnum: RawRepresentable<Int>, Codable, Hashable, ParameterValue,
    ExpressibleByIntegerLiteral, CustomStringConvertible
{
    /// Creates a value, whether the document declares it or not.
    init(rawValue: Int)
}

extension OpenIntegerEnum {
    public init(integerLiteral value: Int) { self.init(rawValue: value) }

    public init(from decoder: any Decoder) throws { self.init(rawValue: try Int(from: decoder)) }

    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }

    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

    public var description: String { String(rawValue) }

    @_spi(Generated) public var parameter: Parameter { .text(String(rawValue)) }
}
