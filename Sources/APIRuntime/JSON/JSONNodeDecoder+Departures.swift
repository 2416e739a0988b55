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
            guard let value: Value = placeholder() else { throw error }
            depart(error, since: count)
            return value
        }
    }

    /// An invented value, where such are asked for.
    func placeholder<Value: Decodable>() -> Value? {
        isLenient && document.reading == .substituting ? log.placeholder() : nil
    }

    /// What is read of a value that does not fit, if its type has a place for that.
    ///
    /// - Parameters:
    ///   - count: How many departures there were before the value.
    ///   - unkept: How many of these no object keeps.
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
        // It goes out as it came.
        log.unkept = unkept
        return value
    }

    /// The empty list or dictionary, if that is what is asked for.
    func empty<Value>() -> Value? { (Value.self as? any JSONCollection.Type)?.empty as? Value }

    /// Notes that a value was read although it does not fit.
    ///
    /// - Parameter count: How many departures there were before the value, whose own do not count any more.
    func depart(_ error: DecodingError, since count: Int) {
        log.removeAll(after: count)
        let (path, member, words) = error.expectation
        let place = (path.last as? NodePlace)?.node ?? node
        log.append(Departure(node: place, member: member?.stringValue, expected: words))
    }

    /// Notes that a union keeps a value that fits none of its cases. That does not count where alternatives are tried:
    /// it is no worse than one of its cases.
    func departAsUnknown() {
        guard !log.isTrial else { return }
        let unkept = log.unkept
        depart(expected: "one of the alternatives")
        log.unkept = unkept
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
