/// An amount with its currency, which is a text on the wire. It has no isolation, whatever that of its module is.
public nonisolated struct MyMoney: Codable, Hashable, Sendable {
    public var amount: String
    public var currency: String

    public init(_ amount: String, _ currency: String) {
        self.amount = amount
        self.currency = currency
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let parts = try container.decode(String.self).split(separator: " ")
        guard parts.count == 2 else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no amount of money")
        }
        self.init(String(parts[0]), String(parts[1]))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode("\(amount) \(currency)")
    }
}
