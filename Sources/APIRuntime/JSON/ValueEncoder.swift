import Foundation

/// Encodes a model into an ``EncodedValue`` by its `encode(to:)`.
///
/// It fits into two words, so that it needs no allocation as an existential `Encoder`.
struct ValueEncoder: Encoder {
    /// The settings that all encoders of a value share.
    final class Settings {
        let dateDecimals: Int?
        let log: ViolationLog?
        /// Whether read-only properties are encoded, which requests omit.
        let keepsReadOnly: Bool
        /// Whether a file may be one that is read while it is sent.
        let takesStreams: Bool

        init(dateDecimals: Int?, log: ViolationLog?, keepsReadOnly: Bool, takesStreams: Bool) {
            self.dateDecimals = dateDecimals
            self.log = log
            self.keepsReadOnly = keepsReadOnly
            self.takesStreams = takesStreams
        }
    }

    let settings: Settings
    let slot: Slot

    /// - Parameter log: Collects the violations of properties.
    static func encode(
        _ value: some Encodable, dateDecimals: Int? = nil, log: ViolationLog? = nil,
        keepsReadOnly: Bool = false, takesStreams: Bool = false,
    ) throws -> EncodedValue {
        let settings = Settings(
            dateDecimals: dateDecimals, log: log, keepsReadOnly: keepsReadOnly, takesStreams: takesStreams)
        let encoder = ValueEncoder(settings: settings, slot: Slot(parent: nil, key: nil))
        try encoder.write(value)
        return encoder.slot.value
    }

    var codingPath: [any CodingKey] { slot.path }

    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        slot.becomeObject()
        slot.mayRepeat = true
        return KeyedEncodingContainer(KeyedValues(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        slot.becomeList()
        return UnkeyedValues(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SingleValue(encoder: self) }
}

extension ValueEncoder {
    /// Writes the value of this place.
    func write(_ value: some Encodable) throws {
        if let scalar = try scalar(value, at: nil) {
            slot.become(scalar)
        } else if let dictionary = value as? any StringKeyed {
            try write(dictionary)
        } else {
            try value.encode(to: self)
        }
    }

    private func write(_ dictionary: some StringKeyed) throws {
        slot.becomeObject()
        for (name, element) in dictionary.sortedElements { try add(element, forKey: FieldName(name)) }
    }

    /// Adds a member to the object, or an item to the list, at this place.
    func add(_ value: some Encodable, forKey key: some CodingKey) throws {
        if let scalar = try scalar(value, at: key) {
            slot.add(.value(scalar), named: key.stringValue)
        } else {
            try child(key).write(value)
        }
    }

    /// Adds an empty member or item and returns its encoder.
    func child(_ key: some CodingKey) -> ValueEncoder {
        let child = Slot(parent: slot, key: key)
        slot.add(.slot(child), named: key.stringValue)
        return ValueEncoder(settings: settings, slot: child)
    }

    /// The encoded form of scalars, files and JSON values; `nil` for other types.
    private func scalar<Value: Encodable>(_ value: Value, at key: (any CodingKey)?) throws -> EncodedValue? {
        guard Self.scalars.contains(ObjectIdentifier(Value.self)) else { return nil }
        switch value {
        case let text as String: return .string(text)
        case let file as FilePart:
            guard file.bytes != nil || settings.takesStreams else {
                throw file.notInMemory(at: codingPath + [key].compactMap(\.self))
            }
            return .file(file)
        case let value as JSONValue: return EncodedValue(value)
        case let number as JSONNumber: return .literal(number.text)
        case let scalar as any ScalarValue:
            return try scalar.encoded(
                at: codingPath + [key].compactMap(\.self), dateDecimals: settings.dateDecimals)
        default: return nil
        }
    }

    private static let scalars: Set<ObjectIdentifier> = Set(
        ([
            String.self, Bool.self, Int.self, Int32.self, Int64.self, UInt64.self, Double.self, Float.self,
            Decimal.self, UUID.self, URL.self, Date.self, CalendarDate.self, Data.self, Base64URL.self,
            FilePart.self,
            JSONValue.self, JSONNumber.self,
        ] as [any Encodable.Type]).map { ObjectIdentifier($0) })
}
