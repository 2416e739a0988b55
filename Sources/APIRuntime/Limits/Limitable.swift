public import Foundation
import Patterns

/// A value that can be held against a ``Limit``. Generated types conform to it.
public protocol Limitable {
    /// Whether the limit holds. True for limits that do not concern this kind of value.
    @_spi(Generated) func satisfies(_ limit: Limit) -> Bool
    /// What the value holds, each with its step in a JSON path, such as `[3]`; empty where it holds nothing.
    @_spi(Generated) var elements: [(step: String, value: Any)] { get }
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
    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool {
        if case .number(let holds) = limit.demand { holds(self) } else { true }
    }
}

extension Double: Limitable {
    /// A number that is not finite is no number of JSON, and cannot be sent at all.
    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool {
        JSONNumber(self)?.satisfies(limit) ?? true
    }
}

extension Float: Limitable {
    /// By its own digits: the description of a number that is finite is one of JSON.
    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool {
        !isFinite || JSONNumber(valid: "\(self)").satisfies(limit)
    }
}

extension Decimal: Limitable {
    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool {
        JSONNumber(self)?.satisfies(limit) ?? true
    }
}

extension Int: Limitable {
    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool { JSONNumber(self).satisfies(limit) }
}

extension Int64: Limitable {
    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool { JSONNumber(self).satisfies(limit) }
}

extension Int32: Limitable {
    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool { JSONNumber(self).satisfies(limit) }
}

extension UInt64: Limitable {
    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool { JSONNumber(self).satisfies(limit) }
}

extension String: Limitable {
    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool {
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
    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool { absoluteString.satisfies(limit) }
}

extension Dictionary: Limitable {
    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool {
        if case .object(let holds) = limit.demand { holds(self) } else { true }
    }

    /// In the order of the keys, so that equal values make equal reports.
    @_spi(Generated) public var elements: [(step: String, value: Any)] {
        map { (step: JSONPath.step("\($0.key)"), value: $0.value) }.sorted { $0.step < $1.step }
    }
}

extension Dictionary: LimitedObject {
    var names: [String] { keys.map { "\($0)" } }
    func has(_ name: String) -> Bool { (name as? Key).map { self[$0] != nil } ?? false }
}
