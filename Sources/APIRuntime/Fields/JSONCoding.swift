import Foundation

/// The JSON of the wire: dates by RFC 3339, members sorted, so that equal values make equal bytes.
enum JSONCoding {
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: Data) throws -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            guard let date = Date(rfc3339: try String(from: decoder)) else {
                throw decoder.mismatch(expected: "a date and time such as \"2024-02-29T12:00:00Z\"")
            }
            return date
        }
        return try decoder.decode(type, from: bytes)
    }

    static func encode(_ value: some Encodable, dateDecimals: Int? = nil, log: ViolationLog? = nil) throws
        -> Data
    {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            guard let text = date.rfc3339(decimals: dateDecimals) else {
                throw EncodingError.invalidValue(
                    date,
                    .init(codingPath: encoder.codingPath, debugDescription: "not in the years 0 to 9999"))
            }
            try text.encode(to: encoder)
        }
        if let log, let key = ViolationLog.key { encoder.userInfo[key] = log }
        return try encoder.encode(value)
    }
}
