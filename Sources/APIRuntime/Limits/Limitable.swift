public import Foundation
import Patterns

/// A value that can be held against a ``Limit``.
public protocol Limitable {
    /// Whether the limit holds. True for limits that do not concern this kind of value.
    func satisfies(_ limit: Limit) -> Bool
    /// What the value holds, each with its step in a JSON path, such as `[3]`; empty where it holds nothing.
    var elements: [(step: String, value: Any)] { get }
}

/// What limits ask about lists.
protocol LimitedList {
    var count: Int { get }
    var hasNoItemTwice: Bool { get }
}

/// What limits ask about objects.
protocol LimitedObject {
    var count: Int { get }
    var names: [String] { get }
    func has(_ name: String) -> Bool
}

extension JSONNumber: Limitable {
    public func satisfies(_ limit: Limit) -> Bool {
        if case .number(let holds) = limit.demand { holds(self) } else { true }
    }
}

extension Double: Limitable {
    /// A number that is not finite is no number of JSON, and cannot be sent at all.
    public func satisfies(_ limit: Limit) -> Bool { JSONNumber(self)?.satisfies(limit) ?? true }
}

extension Float: Limitable {
    /// By its own digits: the description of a number that is finite is one of JSON.
    public func satisfies(_ limit: Limit) -> Bool {
        !isFinite || JSONNumber(valid: "\(self)").satisfies(limit)
    }
}

extension Decimal: Limitable {
    public func satisfies(_ limit: Limit) -> Bool { JSONNumber(self)?.satisfies(limit) ?? true }
}

extension Int: Limitable {
    public func satisfies(_ limit: Limit) -> Bool { JSONNumber(self).satisfies(limit) }
}

extension Int64: Limitable {
    public func satisfies(_ limit: Limit) -> Bool { JSONNumber(self).satisfies(limit) }
}

extension Int32: Limitable {
    public func satisfies(_ limit: Limit) -> Bool { JSONNumber(self).satisfies(limit) }
}

extension UInt64: Limitable {
    public func satisfies(_ limit: Limit) -> Bool { JSONNumber(self).satisfies(limit) }
}

extension String: Limitable {
    public func satisfies(_ limit: Limit) -> Bool {
        if case .text(let holds) = limit.demand { holds(self) } else { true }
    }
}

extension Pattern {
    private static let all = Locked<[String: Pattern?]>([:])

    /// The patterns of a program are as many as its source holds: each is read once.
    static func known(_ source: String) -> Pattern? {
        if let known = all.current[source] { return known }
        let pattern = Pattern(source)
        all.change { $0[source] = .some(pattern) }
        return pattern
    }
}

extension URL: Limitable {
    public func satisfies(_ limit: Limit) -> Bool { absoluteString.satisfies(limit) }
}

extension Dictionary: Limitable {
    public func satisfies(_ limit: Limit) -> Bool {
        if case .object(let holds) = limit.demand { holds(self) } else { true }
    }

    /// In the order of the keys, so that equal values make equal reports.
    public var elements: [(step: String, value: Any)] {
        map { (step: JSONPath.step("\($0.key)"), value: $0.value) }.sorted { $0.step < $1.step }
    }
}

extension Dictionary: LimitedObject {
    var names: [String] { keys.map { "\($0)" } }
    func has(_ name: String) -> Bool { (name as? Key).map { self[$0] != nil } ?? false }
}
