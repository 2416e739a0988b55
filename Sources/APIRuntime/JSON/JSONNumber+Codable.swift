import Foundation

extension JSONNumber {
    /// Reads a number of JSON; `nil` for any other text, such as `+1`, `.5`, `0x10` or `inf`.
    public init?(_ text: String) {
        guard let document = try? JSONDocument(Data(text.utf8)),
            document.nodes[0].kind == .integer || document.nodes[0].kind == .number,
            document.range(of: 0) == 0..<text.utf8.count
        else { return nil }
        self.init(valid: text)
    }

    /// A number with more digits than a literal of Swift keeps, such as `JSONNumber(digits: "1.2345678901234567890")`.
    ///
    /// - Precondition: It is a number of JSON.
    public init(digits text: StaticString) {
        guard let number = JSONNumber("\(text)") else { preconditionFailure("\(text) is no number of JSON") }
        self = number
    }
}

extension JSONNumber: Codable {
    /// A decoder other than that of the client may hand out no more than the precision of its own types.
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
