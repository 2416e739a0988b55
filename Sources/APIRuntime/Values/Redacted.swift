/// A value that is hidden in descriptions: a password (OpenAPI 3.1, section 4.8.24.4, `format: password`).
///
/// It is the storage of a model's property. `print`, `dump`, string interpolation and debuggers show `[redacted]` in
/// the model; the value itself is not protected.
@_spi(Generated) public struct Redacted<Value: Sendable>: Sendable {
    /// The value.
    public var value: Value

    /// Wraps a value.
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
