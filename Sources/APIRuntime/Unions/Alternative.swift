/// A case of a union that a value may be, if no constant tells which.
///
///     self = try decoder.fitting(
///         .init(Self.person, "birthday"),
///         .init(Self.company, "taxNumber"),
///     ) ?? .other(decoder.value())
@_spi(Generated) public struct Alternative<Union> {
    fileprivate let names: [String]
    /// All names that it knows, where it has no other members.
    fileprivate var known: [String]?
    fileprivate let read: (any Decoder) -> Union?

    /// A case with the names of members that it knows, as far as not all cases know them.
    public init<Value: Decodable>(_ make: @escaping (Value) -> Union, _ names: String...) {
        self.names = names
        read = { decoder in (try? decoder.value()).map(make) }
    }

    /// A case that is a union itself: what that would keep as ``OpenUnion/other(_:)`` does not fit.
    public init<Value: OpenUnion>(_ make: @escaping (Value) -> Union, _ names: String...) {
        self.names = names
        read = { decoder in
            guard let value: Value = try? decoder.value(), let rest: JSONValue = try? decoder.value() else {
                return nil
            }
            return value == .other(rest) ? nil : make(value)
        }
    }

    /// The same case for objects that have no members but these (`additionalProperties: false`). Where there are
    /// others, it comes behind the cases that can hold them.
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
    /// The value at this place as that alternative which can be decoded, and names most of the members that are there:
    /// those of the object at this place, or of the objects in a list. Of equal ones it is the first.
    ///
    /// - Returns: `nil` if none of them can be decoded.
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
    /// One whose texts are all in their formats comes before one that passes by some of them.
    fileprivate func fitting<Union>(_ alternatives: [Alternative<Union>]) -> Union? {
        var first: (value: Union, log: DepartureLog)?
        for alternative in alternatives {
            let trial = DepartureLog(isTrial: true)
            let decoder = JSONNodeDecoder(document: document, node: node, log: trial)
            guard let value = alternative.read(decoder) else { continue }
            // What is absent is no reason to look further: each level of a tree would try all alternatives.
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
