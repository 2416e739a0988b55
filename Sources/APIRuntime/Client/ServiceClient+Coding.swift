public import Foundation

/// Values of the service as JSON (RFC 8259), to keep them in a cache or a queue.
///
///     let data = try client.encode(order)
///     let order = try client.decode(Order.self, from: data)
///
/// Models are `Codable`, so that other coders read and write them too. `JSONEncoder` and `JSONDecoder` need to be told
/// how the service writes dates, and round numbers that no `Double` holds.
extension ServiceClient {
    /// Decodes a value as the client decodes answers: with every property that the document does not declare, and the
    /// form in which the service wrote dates and numbers.
    ///
    /// - Throws: ``PayloadMismatch`` if the bytes are not what the document says.
    public func decode<Value: Decodable>(
        _ type: Value.Type = Value.self, from json: Data,
    ) throws(PayloadMismatch) -> Value {
        try JSONCoding.decodePayload(type, from: json, reading: api.options.reading)
    }

    /// Encodes a value with all of its properties, read-only ones included, which requests go without. Its limits are
    /// not checked. Equal values have equal bytes.
    ///
    /// - Throws: `EncodingError` if the value has no JSON, such as an infinite number.
    public func encode(_ value: some Encodable) throws -> Data {
        try JSONCoding.encode(value, keepsReadOnly: true)
    }
}
