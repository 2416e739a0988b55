import Foundation

extension JSONNumber {
    /// Parses a JSON number (RFC 8259, section 6); `nil` for any other text, such as `+1`, `.5`, `0x10` or `inf`.
    public init?(_ text: String) {
        guard let document = try? JSONDocument(Data(text.utf8)),
            document.nodes[0].kind == .integer || document.nodes[0].kind == .number,
            document.range(of: 0) == 0..<text.utf8.count
        else { return nil }
        self.init(valid: text)
    }

    /// Creates a number with more digits than Swift literals preserve, such as
    /// `JSONNumber(digits: "1.2345678901234567890")`.
    ///
    /// - Precondition: The text is a JSON number.
    public init(digits text: StaticString) {
        guard let number = JSONNumber("\(text)") else { preconditionFailure("\(text) is no number of JSON") }
        self = number
    }
}

extension JSONNumber: Codable {
    /// Decodes a number. Decoders other than the client's may limit its precision.
    ///
    /// - Throws: `DecodingError` if the value is not a number.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = Self(container) {
            self = number
        } else if let number = JSONNumber(try container.decode(Double.self)) {
            self = number
        } else {
            throw decoder.mismatch(expected: "a number")
        }
    }

    private init?(_ container: any SingleValueDecodingContainer) {
        if let container = container as? SingleNode {
            guard container.decoder.isNumber else { return nil }
            self.init(valid: container.decoder.document.text(of: container.decoder.node))
        } else if let value = try? container.decode(Int64.self) {
            self.init(value)
        } else if let value = try? container.decode(UInt64.self) {
            self.init(value)
        } else if let value = try? container.decode(Decimal.self) {
            self.init(value)
        } else {
            return nil
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value: Int64 = whole() {
            try container.encode(value)
        } else if let value: UInt64 = whole() {
            try container.encode(value)
        } else if let decimal {
            try container.encode(decimal)
        } else {
            try container.encode(double)
        }
    }
}
