/// Decoding of values that differ from the document.
extension JSONNodeDecoder {
    /// Whether more than the syntax of formatted strings may deviate.
    var isLenient: Bool { document.reading != .strict && !log.isTrial }

    /// Decodes a required value, or its placeholder.
    func decodeRequired<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        let count = log.count
        do {
            return try decode(type)
        } catch let error as DecodingError where isLenient {
            guard let value: Value = placeholder() else { throw error }
            depart(error, since: count)
            return value
        }
    }

    /// A placeholder, if ``AnswerReading/substituting`` allows it.
    func placeholder<Value: Decodable>() -> Value? {
        isLenient && document.reading == .substituting ? log.placeholder() : nil
    }

    /// The fallback of a value that does not match, if its type has one: an empty collection for `null`, or the `other`
    /// case of a union.
    ///
    /// - Parameters:
    ///   - count: The number of departures before the value.
    ///   - unkept: How many of these are not recorded by an object.
    func remainder<Value: Decodable>(of error: DecodingError, since count: Int, _ unkept: Int) throws -> Value
    {
        guard isLenient else { throw error }
        if kind == .null, let value: Value = empty() {
            depart(error, since: count)
            return value
        }
        guard let union = Value.self as? any OpenUnion.Type, let value = try union.other(decode()) as? Value
        else { throw error }
        depart(error, since: count)
        // It is encoded unchanged.
        log.unkept = unkept
        return value
    }

    /// The empty array or dictionary, if `Value` is one.
    func empty<Value>() -> Value? { (Value.self as? any JSONCollection.Type)?.empty as? Value }

    /// Records that a value was decoded although it does not match.
    ///
    /// - Parameter count: The number of departures before the value; those of the value itself are dropped.
    func depart(_ error: DecodingError, since count: Int) {
        log.removeAll(after: count)
        let (path, member, words) = error.expectation
        let place = (path.last as? NodePlace)?.node ?? node
        log.append(Departure(node: place, member: member?.stringValue, expected: words))
    }

    /// Records that a union preserves a value without a matching case. It is not counted while alternatives are tried,
    /// since it is no worse than a matching case.
    func departAsUnknown() {
        guard !log.isTrial else { return }
        let unkept = log.unkept
        depart(expected: "one of the alternatives")
        log.unkept = unkept
    }

    /// Records that the value at this place was decoded although it is of another kind.
    func depart(expected: String) { log.append(Departure(node: node, member: nil, expected: expected)) }
}

/// A JSON collection that has an empty value.
private protocol JSONCollection {
    static var empty: Self { get }
}

extension Array: JSONCollection {
    fileprivate static var empty: Self { [] }
}

extension Dictionary: JSONCollection where Key == String {
    fileprivate static var empty: Self { [:] }
}
