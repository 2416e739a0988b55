/// An alternative of a union without a discriminator.
///
///     self = try decoder.fitting(
///         .init(Self.person, "birthday"),
///         .init(Self.company, "taxNumber"),
///     ) ?? .other(decoder.value())
@_spi(Generated) public struct Alternative<Union> {
    fileprivate let names: [String]
    /// The names of all its properties, if it does not allow additional ones.
    fileprivate var known: [String]?
    fileprivate let read: (any Decoder) -> Union?

    /// Creates an alternative with the names of its properties, except those that all alternatives declare.
    public init<Value: Decodable>(_ make: @escaping (Value) -> Union, _ names: String...) {
        self.names = names
        read = { decoder in (try? decoder.value()).map(make) }
    }

    /// Creates an alternative that is a union itself. Values that this would decode as ``OpenUnion/other(_:)`` do not
    /// match.
    public init<Value: OpenUnion>(_ make: @escaping (Value) -> Union, _ names: String...) {
        self.names = names
        read = { decoder in
            guard let value: Value = try? decoder.value(), let rest: JSONValue = try? decoder.value() else {
                return nil
            }
            return value == .other(rest) ? nil : make(value)
        }
    }

    /// Returns the alternative for objects without additional properties (`additionalProperties: false`). For an object
    /// with others, alternatives that allow these take precedence.
    public func closed(_ names: String...) -> Self {
        var alternative = self
        alternative.known = names
        return alternative
    }

    fileprivate func lacksRoom(for members: Set<String>) -> Bool {
        known.map { !members.isSubset(of: $0) } ?? false
    }
}

@_spi(Generated) extension Decoder {
    /// Decodes the value as the alternative that can be decoded and declares the most of its properties, or those of
    /// the objects in a list. Of equal alternatives, the first one counts.
    ///
    /// - Returns: `nil` if no alternative can be decoded.
    public func fitting<Union>(_ alternatives: Alternative<Union>...) -> Union? {
        let members = alternatives.contains { !$0.names.isEmpty || $0.known != nil } ? memberNames : []
        let counts = alternatives.map { $0.names.count(where: members.contains) }
        let lack = alternatives.map { $0.lacksRoom(for: members) ? 1 : 0 }
        let order = alternatives.indices.sorted { (lack[$0], counts[$1], $0) < (lack[$1], counts[$0], $1) }
        guard let decoder = self as? JSONNodeDecoder else {
            return order.lazy.compactMap { alternatives[$0].read(self) }.first
        }
        return decoder.fitting(order.map { alternatives[$0] })
    }

    private var memberNames: Set<String> {
        if let members = try? container(keyedBy: FieldName.self) {
            return Set(members.allKeys.map(\.stringValue))
        }
        guard var items = try? unkeyedContainer() else { return [] }
        var names: Set<String> = []
        while !items.isAtEnd, let members = try? items.nestedContainer(keyedBy: FieldName.self) {
            names.formUnion(members.allKeys.map(\.stringValue))
        }
        return names
    }
}

extension JSONNodeDecoder {
    /// Prefers an alternative without format violations to one with some.
    fileprivate func fitting<Union>(_ alternatives: [Alternative<Union>]) -> Union? {
        var first: (value: Union, log: DepartureLog)?
        for alternative in alternatives {
            let trial = DepartureLog(isTrial: true)
            let decoder = JSONNodeDecoder(document: document, node: node, log: trial)
            guard let value = alternative.read(decoder) else { continue }
            // Absent members do not justify a further search: each level of a tree would try all alternatives.
            if trial.departures.allSatisfy({ $0.member != nil }) {
                log.append(contentsOf: trial)
                return value
            }
            first = first ?? (value, trial)
        }
        if let first {
            log.append(contentsOf: first.log)
        } else {
            departAsUnknown()
        }
        return first?.value
    }
}
