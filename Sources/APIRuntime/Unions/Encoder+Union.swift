@_spi(Generated) extension Encoder {
    /// Writes the value of a union case.
    public func write<Value: Encodable>(_ value: Value) throws {
        var container = singleValueContainer()
        try container.encode(value)
    }

    /// Writes an object with the discriminator in one of its members, for types without a property for it.
    ///
    /// - Parameter others: Equivalent discriminator values. If the object was decoded with one of them, which is among
    ///   its additional properties, that one is written; any other value is replaced by `tag`.
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
