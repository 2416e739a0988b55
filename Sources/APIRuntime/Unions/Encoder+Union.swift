@_spi(Generated) extension Encoder {
    /// Writes the value of a union's case and holds it against its limits, as ``FieldWriter`` does with members.
    public func write<Value: Encodable>(_ value: Value, _ limits: Limit...) throws {
        if !limits.isEmpty, let encoder = self as? ValueEncoder, let log = encoder.settings.log {
            log.append(Limit.violations(of: limits, by: value, at: log.place(codingPath)))
        }
        var container = singleValueContainer()
        try container.encode(value)
    }

    /// Writes an object and, in one of its members, what it is: for types that have no property for that.
    ///
    /// - Parameter others: Tags that say the same. If the object was read with one of them, that is among its additional
    ///   properties, and goes out again; any other that it was read with does not.
    public func write<Value: Encodable>(
        _ value: Value, _ tag: JSONValue, as name: String, or others: JSONValue...,
    ) throws {
        var members = container(keyedBy: FieldName.self)
        try members.encode(tag, forKey: FieldName(name))
        try value.encode(to: self)
        let written = (self as? ValueEncoder)?.slot.last(name)
        if !others.contains(where: { written?.isSame(as: EncodedValue($0)) ?? true }) {
            try members.encode(tag, forKey: FieldName(name))
        }
    }
}
