extension Encoder {
    /// Writes the value of a union's case and holds it against its limits, as ``FieldWriter`` does with members.
    public func write<Value: Encodable>(_ value: Value, _ limits: Limit...) throws {
        if !limits.isEmpty, let encoder = self as? ValueEncoder, let log = encoder.settings.log {
            log.append(Limit.violations(of: limits, by: value, at: log.place(codingPath)))
        }
        var container = singleValueContainer()
        try container.encode(value)
    }

    /// Writes an object and, in one of its members, what it is: for types that have no property for that. Where several
    /// tags say the same, the one that the object was read with is among its additional properties, and goes out again.
    public func write<Value: Encodable>(_ value: Value, _ tag: JSONValue, as name: String) throws {
        var members = container(keyedBy: FieldName.self)
        try members.encode(tag, forKey: FieldName(name))
        try value.encode(to: self)
    }
}
