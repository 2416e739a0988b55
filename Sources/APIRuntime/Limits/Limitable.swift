public import Foundation
import Patterns

/// A value that can be held against a ``Limit``.
public protocol Limitable {
    /// Whether the limit holds. True for limits that do not concern this kind of value.
    func satisfies(_ limit: Limit) -> Bool
    /// What the value holds, each with its step in a JSON path, such as `[3]`; empty where it holds nothing.
    var elements: [(step: String, value: Any)] { get }
}

extension JSONNumber: Limitable {
    public func satisfies(_ limit: Limit) -> Bool {
        switch limit {
        case .minimum(let bound): self >= bound
        case .maximum(let bound): self <= bound
        case .exclusiveMinimum(let bound): self > bound
        case .exclusiveMaximum(let bound): self < bound
        case .multipleOf(let step): digits.isMultiple(of: step.digits)
        case .minLength, .maxLength, .pattern, .minItems, .maxItems, .uniqueItems, .minProperties,
            .maxProperties, .required, .dependentRequired, .absent, .oneOf, .names, .elements:
            true
        }
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
        switch limit {
        case .minLength(let count): unicodeScalars.count >= count
        case .maxLength(let count): unicodeScalars.count <= count
        case .pattern(let pattern): Pattern.known(pattern)?.matches(self) ?? true
        case .oneOf(let texts): texts.contains { $0.isExactly(self) }
        case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf, .minItems, .maxItems,
            .uniqueItems,
            .minProperties, .maxProperties, .required, .dependentRequired, .absent, .names, .elements:
            true
        }
    }
}

extension Pattern {
    private static let all = Locked<[String: Pattern?]>([:])

    /// The patterns of a program are as many as its source holds: each is read once.
    fileprivate static func known(_ source: String) -> Pattern? {
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
        switch limit {
        case .minProperties(let least): count >= least
        case .maxProperties(let most): count <= most
        case .required(let names): names.allSatisfy(has)
        case .dependentRequired(let trigger, let names): !has(trigger) || names.allSatisfy(has)
        case .absent(let names): !names.contains(where: has)
        case .names(let limits): keys.allSatisfy { name in limits.allSatisfy { "\(name)".satisfies($0) } }
        case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf, .minLength, .maxLength,
            .pattern, .oneOf, .minItems, .maxItems, .uniqueItems, .elements:
            true
        }
    }

    private func has(_ name: String) -> Bool { (name as? Key).map { self[$0] != nil } ?? false }

    /// In the order of the keys, so that equal values make equal reports.
    public var elements: [(step: String, value: Any)] {
        map { (step: JSONPath.step("\($0.key)"), value: $0.value) }.sorted { $0.step < $1.step }
    }
}
