/// Reads the members of a JSON object by their wire names.
///
///     let fields = try decoder.fields()
///     id = try fields.required("id")
///     note = try fields.optional("note")
public struct FieldReader {
    private enum Source {
        case json(JSONObject)
        /// Of a decoder that is not the client's.
        case other(KeyedDecodingContainer<FieldName>)
    }

    private let source: Source

    fileprivate init(_ decoder: any Decoder) throws {
        if let decoder = decoder as? JSONNodeDecoder {
            source = .json(try decoder.object())
        } else {
            source = .other(try decoder.container(keyedBy: FieldName.self))
        }
    }

    /// The value of a member that the document requires.
    ///
    /// - Throws: `DecodingError` if the member is absent, or is no `Value`.
    public func required<Value: Decodable>(_ name: String) throws -> Value {
        switch source {
        case .json(let object):
            guard let node = object[name] else {
                let context = DecodingError.Context(
                    codingPath: object.decoder.codingPath, debugDescription: "absent")
                throw DecodingError.keyNotFound(FieldName(name), context)
            }
            return try object.decoder.decode(at: node)
        case .other(let container): return try container.decode(Value.self, forKey: FieldName(name))
        }
    }

    /// The value of a member, or `nil` if it is absent or `null`.
    ///
    /// - Throws: `DecodingError` if it is there and is no `Value`.
    public func optional<Value: Decodable>(_ name: String) throws -> Value? {
        switch source {
        case .json(let object):
            guard let node = object[name], object.document.nodes[node].kind != .null else { return nil }
            return try object.decoder.decode(at: node)
        case .other(let container):
            return try container.decodeIfPresent(Value.self, forKey: FieldName(name))
        }
    }

    /// The three states of a member: absent, `null`, or a value.
    ///
    /// - Throws: `DecodingError` if it is there, is not `null` and is no `Value`.
    public func nullable<Value: Decodable>(_ name: String) throws -> Patch<Value> {
        try optional(name).map(Patch.value) ?? (contains(name) ? .null : .unchanged)
    }

    private func contains(_ name: String) -> Bool {
        switch source {
        case .json(let object): object[name] != nil
        case .other(let container): container.contains(FieldName(name))
        }
    }

    /// The members with other names than these: the additional properties of the object.
    ///
    /// - Throws: `DecodingError` if one of them is no `Value`, or if two of them have names that Swift takes for the
    ///   same.
    public func others<Value: Decodable>(than names: String...) throws -> [String: Value] {
        switch source {
        case .json(let object):
            return try object.membersByName(except: names).mapValues { try object.decoder.decode(at: $0) }
        case .other(let container):
            let others = container.allKeys.filter { !names.contains($0.stringValue) }
            return Dictionary(
                try others.map { ($0.stringValue, try container.decode(Value.self, forKey: $0)) }
            ) { _, last in last }
        }
    }
}

extension Decoder {
    /// The members of the JSON object at this place.
    ///
    /// - Throws: `DecodingError` if there is no object.
    public func fields() throws -> FieldReader {
        try FieldReader(self)
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
