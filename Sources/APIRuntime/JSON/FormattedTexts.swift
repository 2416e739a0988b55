import Foundation

extension CalendarDate: Codable {
    /// Decodes `2024-02-29` or, except in strict reading, the date of a date and time as written, regardless of its
    /// offset.
    ///
    /// - Throws: `DecodingError` if the string is neither.
    public init(from decoder: any Decoder) throws {
        self = try decoder.formatted(
            try String(from: decoder), expected: "a date such as \"2024-02-29\""
        ) { text, isStrict in
            let isDateTime = !isStrict && Date(rfc3339: text) != nil
            return CalendarDate(isDateTime ? String(text.prefix(10)) : text)
        }
    }

    public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}

extension Base64URL: Codable {
    public init(from decoder: any Decoder) throws {
        data = try decoder.formatted(try String(from: decoder), expected: "text in Base64") {
            text, isStrict in
            Base64Text(text).bytes(.url, isStrict: isStrict)
        }
    }

    public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}
