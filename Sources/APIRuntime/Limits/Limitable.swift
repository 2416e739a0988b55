public import Foundation
import APIPatterns

/// A value whose limits can be checked. Generated types conform to it.
public protocol Limitable {
    /// Returns whether the value satisfies a limit; `true` for limits on other types.
    @_spi(Generated) func satisfies(_ limit: Limit) -> Bool
    /// The elements of an array or object, each with its step in a JSON path, such as `[3]`; otherwise empty.
    @_spi(Generated) var elements: [(step: String, value: Any)] { get }
}

/// An array whose limits can be checked.
protocol LimitedList {
    var count: Int { get }
    var hasNoItemTwice: Bool { get }
}

/// An object whose limits can be checked.
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
    /// A number that is not finite satisfies every limit: JSON cannot represent it, so it is not sent.
    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool {
        JSONNumber(self)?.satisfies(limit) ?? true
    }
}

extension Float: Limitable {
    /// Checked with the precision of `Float`: the description of a finite number is a JSON number.
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

    /// Parses each pattern once. Their number is bounded, since they come from generated code.
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

    /// Sorted by key, so that equal values give equal violations.
    @_spi(Generated) public var elements: [(step: String, value: Any)] {
        map { (step: JSONPath.step("\($0.key)"), value: $0.value) }.sorted { $0.step < $1.step }
    }
}

extension Dictionary: LimitedObject {
    var names: [String] { keys.map { "\($0)" } }
    func has(_ name: String) -> Bool { (name as? Key).map { self[$0] != nil } ?? false }
}
