import Foundation

/// The JSON of the wire (RFC 8259), read and written here: no number is rounded on its way, names are compared by their code
/// points, and equal values make equal bytes.
enum JSONCoding {
    /// - Parameter report: Is told where the text differs from the document.
    /// - Throws: `DecodingError`, ``JSONSyntaxError`` if the bytes are no JSON, or what ends a call at its deadline.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from bytes: Data, reading: AnswerReading, deadline: Deadline = .none,
        report: (JSONDocument, [Departure]) -> Void = { _, _ in },
    ) throws -> Value {
        let document = try JSONDocument(bytes, reading: reading, deadline: deadline)
        let log = DepartureLog()
        do {
            let value = try document.decoder(at: 0, log: log).decodeRequired(type)
            if log.count > 0 { report(document, log.departures.sorted { $0.node < $1.node }) }
            return value
        } catch let error as DecodingError {
            throw error.withKeys
        }
    }

    /// - Parameter log: Collects the limits that members of the value break.
    static func encode(
        _ value: some Encodable, dateDecimals: Int? = nil, log: ViolationLog? = nil,
        keepsReadOnly: Bool = false,
    ) throws -> Data {
        let encoded = try ValueEncoder.encode(
            value, dateDecimals: dateDecimals, log: log, keepsReadOnly: keepsReadOnly)
        return Data(encoded.jsonBytes)
    }
}
