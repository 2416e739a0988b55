/// The keyed container of an object, for types with their own coding keys.
struct KeyedValues<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: ValueEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil(forKey key: Key) { encoder.slot.add(.value(.null), named: key.stringValue) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        try encoder.add(value, forKey: key)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type, forKey key: Key,
    ) -> KeyedEncodingContainer<NestedKey> {
        encoder.child(key).container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder.child(key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { encoder.child(FieldName("super")) }

    func superEncoder(forKey key: Key) -> any Encoder { encoder.child(key) }
}

/// The unkeyed container of a list.
struct UnkeyedValues: UnkeyedEncodingContainer {
    let encoder: ValueEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }
    var count: Int { encoder.slot.count }
    private var next: ItemIndex { ItemIndex(count) }

    func encodeNil() { encoder.slot.add(.value(.null), named: next.stringValue) }

    func encode<Value: Encodable>(_ value: Value) throws { try encoder.add(value, forKey: next) }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type,
    ) -> KeyedEncodingContainer<NestedKey> {
        encoder.child(next).container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.child(next).unkeyedContainer() }

    func superEncoder() -> any Encoder { encoder.child(next) }
}

/// The single-value container.
struct SingleValue: SingleValueEncodingContainer {
    let encoder: ValueEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil() { encoder.slot.become(.null) }

    func encode(_ value: String) { encoder.slot.become(.string(value)) }
    func encode(_ value: Bool) { encoder.slot.become(.literal(value ? "true" : "false")) }
    func encode(_ value: Double) throws { try encoder.write(value) }
    func encode(_ value: Float) throws { try encoder.write(value) }
    func encode(_ value: Int) { write(value) }
    func encode(_ value: Int8) { write(value) }
    func encode(_ value: Int16) { write(value) }
    func encode(_ value: Int32) { write(value) }
    func encode(_ value: Int64) { write(value) }
    @available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *)
    func encode(_ value: Int128) { write(value) }
    func encode(_ value: UInt) { write(value) }
    func encode(_ value: UInt8) { write(value) }
    func encode(_ value: UInt16) { write(value) }
    func encode(_ value: UInt32) { write(value) }
    func encode(_ value: UInt64) { write(value) }
    @available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *)
    func encode(_ value: UInt128) { write(value) }

    func encode<Value: Encodable>(_ value: Value) throws { try encoder.write(value) }

    private func write(_ value: some FixedWidthInteger) { encoder.slot.become(.literal(String(value))) }
}
