public import Foundation

/// Coding of models as JSON (RFC 8259), for caches and queues.
///
///     let data = try client.encode(order)
///     let order = try client.decode(Order.self, from: data)
///
/// Models are `Codable`, so that other coders work as well. `JSONEncoder` and `JSONDecoder`, however, have to be
/// configured for the date format of the service, and round numbers that `Double` cannot represent.
extension ServiceClient {
    /// Decodes a value as the client decodes responses: undeclared properties and the source text of dates and numbers
    /// are preserved.
    ///
    /// - Throws: ``PayloadMismatch`` if the JSON does not match the document.
    public func decode<Value: Decodable>(
        _ type: Value.Type = Value.self, from json: Data,
    ) throws(PayloadMismatch) -> Value {
        try JSONCoding.decodePayload(type, from: json, reading: api.options.reading)
    }

    /// Encodes a value with all of its properties, including read-only ones, which requests omit. Limits are not
    /// checked. Equal values are encoded to equal bytes.
    ///
    /// - Throws: `EncodingError` if the value cannot be represented in JSON, such as an infinite number.
    public func encode(_ value: some Encodable) throws -> Data {
        try JSONCoding.encode(value, keepsReadOnly: true)
    }
}
