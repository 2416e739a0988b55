/// A parameter of a type that conforms to no protocol of the runtime: what its `encode(to:)` writes, a text, a number, a
/// list or an object.
///
///     request.query("price", EncodedParameter(price))
@_spi(Generated) public struct EncodedParameter<Value: Encodable & Sendable>: ParameterValue {
    let value: Value

    /// Wraps a value.
    public init(_ value: Value) { self.value = value }
}

extension EncodedParameter: Encodable {
    /// Encodes the value itself.
    public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}
