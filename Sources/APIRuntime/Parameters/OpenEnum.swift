/// A string that is one of the values a document lists, or one that the service added since.
///
/// Any string decodes, keeps its text, compares and goes out again. A `switch` needs a `default`.
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
    /// Creates the value of this text, whether the document lists it or not.
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

    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool { rawValue.satisfies(limit) }
}

/// An integer that is one of the values a document lists, or one that the service added since.
///
/// The same as ``OpenEnum``, for enumerations of integers.
public protocol OpenIntegerEnum: RawRepresentable<Int>, Codable, Hashable, ParameterValue,
    ExpressibleByIntegerLiteral, CustomStringConvertible
{
    /// Creates the value of this integer, whether the document lists it or not.
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

    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool { rawValue.satisfies(limit) }
}
