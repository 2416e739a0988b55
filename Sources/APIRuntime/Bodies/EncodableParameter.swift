/// The default serialization of a parameter that is an object: the properties that its `encode(to:)` writes, in that
/// order.
///
/// Generated models that are used as parameters conform without further requirements. Properties that are absent or
/// `null` are omitted (RFC 6570, section 2.3).
extension ParameterValue {
    @_spi(Generated) public var parameter: Parameter {
        guard let value = self as? any Encodable, let encoded = try? ValueEncoder.encode(value) else {
            return .unsendable(reason: "must have a form on the wire")
        }
        return encoded.parameter
    }
}
