import Foundation

/// The JSON coding of requests and responses (RFC 8259): numbers are not rounded, names are compared by code points,
/// and equal values are encoded to equal bytes.
enum JSONCoding {
    /// - Parameter report: Called with the departures, which may be none.
    /// - Throws: `DecodingError`, ``JSONSyntaxError`` for invalid JSON, and the error of the deadline.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from bytes: Data, reading: AnswerReading, deadline: Deadline = .none,
        report: (JSONDocument, [Departure]) -> Void = { _, _ in },
    ) throws -> Value {
        let document = try JSONDocument(bytes, reading: reading, deadline: deadline)
        let log = DepartureLog()
        do {
            let value = try document.decoder(at: 0, log: log).decodeRequired(type)
            report(document, log.departures.sorted { $0.node < $1.node })
            return value
        } catch let error as DecodingError {
            throw error.withKeys
        }
    }

    static func encode(_ value: some Encodable, keepsReadOnly: Bool = false) throws -> Data {
        Data(try ValueEncoder.encode(value, keepsReadOnly: keepsReadOnly).jsonBytes)
    }
}
