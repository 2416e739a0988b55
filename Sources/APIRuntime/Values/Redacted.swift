/// A value that no description shows: a password (OpenAPI 3.1, section 4.8.24.4, `format: password`).
///
/// It lies behind the property of a model. In `print`, `dump`, string interpolation and a debugger's view of the model,
/// `[redacted]` stands in its place; whoever prints the value itself shows it.
@_spi(Generated) public struct Redacted<Value: Sendable>: Sendable {
    /// The value.
    public var value: Value

    /// Hides a value.
    public init(_ value: Value) { self.value = value }
}

@_spi(Generated) extension Redacted: Equatable where Value: Equatable {}
@_spi(Generated) extension Redacted: Hashable where Value: Hashable {}

@_spi(Generated)
extension Redacted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "[redacted]" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
