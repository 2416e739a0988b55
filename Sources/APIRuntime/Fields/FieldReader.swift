/// Reads the members of a JSON object by their wire names.
///
///     let fields = try decoder.fields()
///     id = try fields.required("id")
///     note = try fields.optional("note")
public struct FieldReader {
    private let container: KeyedDecodingContainer<FieldName>

    fileprivate init(_ container: KeyedDecodingContainer<FieldName>) { self.container = container }

    /// The value of a member that the document requires.
    ///
    /// - Throws: `DecodingError` if the member is absent, or is no `Value`.
    public func required<Value: Decodable>(_ name: String) throws -> Value {
        let key = FieldName(name)
        return try placing(Value.self, at: key) { try container.decode(Value.self, forKey: key) }
    }

    /// The value of a member, or `nil` if it is absent or `null`.
    ///
    /// - Throws: `DecodingError` if it is there and is no `Value`.
    public func optional<Value: Decodable>(_ name: String) throws -> Value? {
        let key = FieldName(name)
        return try placing(Value.self, at: key) { try container.decodeIfPresent(Value.self, forKey: key) }
    }

    /// The three states of a member: absent, `null`, or a value.
    ///
    /// - Throws: `DecodingError` if it is there, is not `null` and is no `Value`.
    public func nullable<Value: Decodable>(_ name: String) throws -> Patch<Value> {
        guard container.contains(FieldName(name)) else { return .unchanged }
        return try optional(name).map(Patch.value) ?? .null
    }

    /// The members with other names than these: the additional properties of the object.
    ///
    /// - Throws: `DecodingError` if one of them is no `Value`.
    public func others<Value: Decodable>(than names: String...) throws -> [String: Value] {
        var others: [String: Value] = [:]
        for key in container.allKeys where !names.contains(key.stringValue) {
            let value: Value = try required(key.stringValue)
            others[key.stringValue] = value
        }
        return others
    }

    /// Foundation throws an error of its own, without a place, for a number that its type cannot hold.
    private func placing<Value, Result>(
        _ type: Value.Type, at key: FieldName, _ decode: () throws -> Result,
    ) throws -> Result {
        do {
            return try decode()
        } catch let error as DecodingError {
            throw error
        } catch {
            let expectation = Expectation(words: Expectation.words(for: type) + " that fits")
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: container.codingPath + [key], debugDescription: expectation.words,
                    underlyingError: expectation))
        }
    }
}

extension Decoder {
    /// The members of the JSON object at this place.
    ///
    /// - Throws: `DecodingError` if there is no object.
    public func fields() throws -> FieldReader {
        FieldReader(try container(keyedBy: FieldName.self))
    }

    /// The error to throw when the value at this place is not what the document says.
    ///
    /// - Parameter expected: What should be there, in words that follow "expected": `a cat or a dog`.
    public func mismatch(expected: String) -> DecodingError {
        let context = DecodingError.Context(
            codingPath: codingPath, debugDescription: "expected \(expected)",
            underlyingError: Expectation(words: expected))
        return .dataCorrupted(context)
    }
}
