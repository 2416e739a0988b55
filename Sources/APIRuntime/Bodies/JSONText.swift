/// A parameter that is serialized as JSON text: with a `content` of `application/json` (OpenAPI 3.1, section 4.8.12.3).
///
///     request.query("filter", filter.map { JSONText($0) })
///
/// The text is encoded as the location of the parameter requires.
@_spi(Generated) public struct JSONText<Value: Encodable & Sendable>: ParameterValue {
    let value: Value

    /// Wraps a value.
    public init(_ value: Value) { self.value = value }

    /// The JSON text, with members sorted by name.
    public var parameter: Parameter {
        do {
            return .text(String(decoding: try JSONCoding.encode(value), as: UTF8.self))
        } catch {
            return .unsendable(reason: "cannot be written as JSON")
        }
    }
}

extension JSONText: Encodable {
    /// Encodes the value itself, not its text.
    public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}
