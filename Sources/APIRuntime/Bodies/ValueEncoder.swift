import Foundation

/// Encodes a model into an ``EncodedValue``: with what the model's own `encode(to:)` says, names and limits included.
struct ValueEncoder: Encoder {
    let codingPath: [any CodingKey]
    let userInfo: [CodingUserInfoKey: Any]
    let dateDecimals: Int?
    fileprivate let slot: Slot

    /// - Parameter log: Collects the limits that members of the value break.
    static func encode(_ value: some Encodable, dateDecimals: Int? = nil, log: ViolationLog? = nil) throws
        -> EncodedValue
    {
        var userInfo: [CodingUserInfoKey: Any] = [:]
        if let log, let key = ViolationLog.key { userInfo[key] = log }
        let encoder = ValueEncoder(
            codingPath: [], userInfo: userInfo, dateDecimals: dateDecimals, slot: Slot())
        try encoder.write(value)
        return encoder.slot.value
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        slot.becomeObject()
        return KeyedEncodingContainer(KeyedValues(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        slot.becomeList()
        return UnkeyedValues(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SingleValue(encoder: self) }

    /// The encoder of a member or an item, added at the end.
    fileprivate func child(_ key: any CodingKey) -> ValueEncoder {
        ValueEncoder(
            codingPath: codingPath + [key], userInfo: userInfo, dateDecimals: dateDecimals,
            slot: slot.addChild(key.stringValue))
    }

    fileprivate func write(_ value: some Encodable) throws {
        if let file = value as? FilePart {
            slot.content = .scalar(.file(file))
        } else if let scalar = value as? any ScalarValue {
            slot.content = .scalar(try scalar.encoded(at: codingPath, dateDecimals: dateDecimals))
        } else if let integer = value as? any FixedWidthInteger {
            slot.content = .scalar(.literal(String(integer)))
        } else if let dictionary = value as? any StringKeyed {
            slot.becomeObject()
            for (name, element) in dictionary.sortedElements { try child(FieldName(name)).write(element) }
        } else {
            try value.encode(to: self)
        }
    }
}

/// A place that an encoder fills. A class, since containers and encoders of one place share it.
private final class Slot {
    enum Content {
        case scalar(EncodedValue)
        case list([Slot])
        case object([(name: String, slot: Slot)])
    }

    var content = Content.scalar(.null)

    func becomeObject() {
        if case .object = content { return }
        content = .object([])
    }

    func becomeList() {
        if case .list = content { return }
        content = .list([])
    }

    func addChild(_ name: String) -> Slot {
        let child = Slot()
        switch content {
        case .object(let members): content = .object(members.filter { $0.name != name } + [(name, child)])
        case .list(let items): content = .list(items + [child])
        case .scalar: break
        }
        return child
    }

    var value: EncodedValue {
        switch content {
        case .scalar(let value): value
        case .list(let items): .list(items.map(\.value))
        case .object(let members):
            .object(members.map { EncodedValue.Member(name: $0.name, value: $0.slot.value) })
        }
    }

    var count: Int {
        if case .list(let items) = content { items.count } else { 0 }
    }
}

// MARK: - Containers

private struct KeyedValues<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: ValueEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil(forKey key: Key) { _ = encoder.child(key) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        try encoder.child(key).write(value)
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

private struct UnkeyedValues: UnkeyedEncodingContainer {
    let encoder: ValueEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }
    var count: Int { encoder.slot.count }
    private var next: ValueEncoder { encoder.child(ItemIndex(count)) }

    func encodeNil() { _ = next }

    func encode<Value: Encodable>(_ value: Value) throws { try next.write(value) }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type,
    ) -> KeyedEncodingContainer<NestedKey> {
        next.container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next.unkeyedContainer() }

    func superEncoder() -> any Encoder { next }
}

private struct SingleValue: SingleValueEncodingContainer {
    let encoder: ValueEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil() { encoder.slot.content = .scalar(.null) }

    func encode<Value: Encodable>(_ value: Value) throws { try encoder.write(value) }
}

/// The place of an item in a list.
private struct ItemIndex: CodingKey {
    let position: Int

    init(_ position: Int) { self.position = position }
    init?(intValue: Int) { position = intValue }
    init?(stringValue: String) { nil }

    var intValue: Int? { position }
    /// As Foundation's own encoders name it, which tells an index from a name made of digits.
    var stringValue: String { "Index \(position)" }
}
