import Foundation

/// Writes the members of a JSON object by their wire names and holds them against their limits.
///
///     var fields = encoder.fields()
///     try fields.write("displayName", displayName, .maxLength(30))
///
/// A broken limit does not stop the writing: all of them are reported by `send`. They are checked when a
/// value is the body of a ``Request``; another encoder writes the same members unchecked.
public struct FieldWriter {
    private var container: KeyedEncodingContainer<FieldName>
    private let log: ViolationLog?
    /// The names of the members that were written, as far as they are checked.
    private var written: Set<String> = []

    fileprivate init(_ encoder: any Encoder) {
        container = encoder.container(keyedBy: FieldName.self)
        log = ViolationLog.key.flatMap { encoder.userInfo[$0] as? ViolationLog }
    }

    /// Writes a member; `nil` leaves it out.
    public mutating func write<Value: Encodable>(
        _ name: String, _ value: Value?, _ limits: Limit...,
    ) throws {
        if let value { try encode(value, name, limits) }
    }

    /// Writes a member that a request needs, while an answer may lack it; `nil` breaks the rule ``Violation/Rule/required``.
    public mutating func writeRequired<Value: Encodable>(
        _ name: String, _ value: Value?, _ limits: Limit...,
    ) throws {
        if let value {
            try encode(value, name, limits)
        } else if let log {
            let place = log.place(container.codingPath + [FieldName(name)])
            log.append([Violation(path: place, rule: .required, message: "\(place) must be set")])
        }
    }

    /// Writes the three states of a member.
    public mutating func write<Value: Encodable>(
        _ name: String, _ value: Patch<Value>, _ limits: Limit...,
    ) throws {
        switch value {
        case .unchanged: break
        case .null: try container.encodeNil(forKey: FieldName(name))
        case .value(let value): try encode(value, name, limits)
        }
    }

    /// Writes a member that has to be there; `nil` is written as `null`.
    public mutating func writeNullable<Value: Encodable>(
        _ name: String, _ value: Value?, _ limits: Limit...,
    ) throws {
        if let value {
            try encode(value, name, limits)
        } else {
            try container.encodeNil(forKey: FieldName(name))
        }
    }

    /// Writes the additional properties of an object beside its declared ones.
    public mutating func write<Value: Encodable>(_ members: [String: Value]) throws {
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            try encode(value, name, [])
        }
    }

    /// Demands the first member when the second was written (`dependentRequired`).
    public func require(_ name: String, with other: String) {
        guard let log, written.contains(other), !written.contains(name) else { return }
        let place = log.place(container.codingPath + [FieldName(other)])
        log.append([Violation(path: place, rule: .dependentRequired, message: "\(place) requires \(name)")])
    }

    private mutating func encode<Value: Encodable>(
        _ value: Value, _ name: String, _ limits: [Limit],
    ) throws {
        let key = FieldName(name)
        if log != nil { written.insert(name) }
        if let log, !limits.isEmpty {
            let place = log.place(container.codingPath + [key])
            log.append(Limit.violations(of: limits, by: value, at: place))
        }
        // Foundation writes UUIDs in upper case and offers no strategy for them.
        if Value.self == UUID.self, let id = value as? UUID {
            try container.encode(id.uuidString.lowercased(), forKey: key)
        } else if Value.self == [UUID].self, let ids = value as? [UUID] {
            try container.encode(ids.map { $0.uuidString.lowercased() }, forKey: key)
        } else {
            try container.encode(value, forKey: key)
        }
    }
}

extension Encoder {
    /// Writes a JSON object at this place.
    public func fields() -> FieldWriter { FieldWriter(self) }
}
