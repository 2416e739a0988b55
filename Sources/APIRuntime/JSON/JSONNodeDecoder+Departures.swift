/// What is read where a text differs from the document.
extension JSONNodeDecoder {
    /// Whether more than the form of a text may differ.
    var isLenient: Bool { document.reading != .strict && !log.isTrial }

    /// A value that has to be there.
    func decodeRequired<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        let count = log.count
        do {
            return try decode(type)
        } catch let error as DecodingError where isLenient {
            guard document.reading == .substituting, let value: Value = log.placeholder() else { throw error }
            depart(error, since: count)
            return value
        }
    }

    /// What stands for a required value that is absent; `nil` if nothing may.
    func valueForAbsent<Value: Decodable>() -> Value? {
        guard isLenient else { return nil }
        return empty() ?? (document.reading == .substituting ? log.placeholder() : nil)
    }

    /// What is read of a value that does not fit, if its type has a place for that.
    func remainder<Value: Decodable>(of error: DecodingError, since count: Int) throws -> Value {
        guard isLenient else { throw error }
        let value: Value? = kind == .null ? empty() : nil
        let union = Value.self as? any OpenUnion.Type
        guard let value = try value ?? union?.other(decode()) as? Value else { throw error }
        depart(error, since: count)
        return value
    }

    private func empty<Value>() -> Value? { (Value.self as? any JSONCollection.Type)?.empty as? Value }

    /// Notes that a value was read although it does not fit.
    ///
    /// - Parameter count: How many departures there were before the value, whose own do not count any more.
    func depart(_ error: DecodingError, since count: Int) {
        log.removeAll(after: count)
        let (path, member, words) = error.expectation
        let place = (path.last as? NodePlace)?.node ?? node
        log.append(Departure(node: place, member: member?.stringValue, expected: words))
    }

    /// Notes that a value at this place was read, though it is of another kind.
    func depart(expected: String) { log.append(Departure(node: node, member: nil, expected: expected)) }
}

/// A collection of JSON that may be empty.
private protocol JSONCollection {
    static var empty: Self { get }
}

extension Array: JSONCollection {
    fileprivate static var empty: Self { [] }
}

extension Dictionary: JSONCollection where Key == String {
    fileprivate static var empty: Self { [:] }
}
