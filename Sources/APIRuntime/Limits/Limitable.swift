public import Foundation
import Patterns

/// A value that can be held against a ``Limit``.
public protocol Limitable {
    /// Whether the limit holds. True for limits that do not concern this kind of value.
    func satisfies(_ limit: Limit) -> Bool
    /// What the value holds, each with its step in a JSON path, such as `[3]`; empty where it holds nothing.
    var elements: [(step: String, value: Any)] { get }
}

extension Limitable {
    /// A model, a date and the like are held against limits as the JSON that goes out.
    public func satisfies(_ limit: Limit) -> Bool { JSONValue(writing: self)?.satisfies(limit) ?? true }
    public var elements: [(step: String, value: Any)] { [] }
}

extension Limit {
    /// The violations of these limits by a value at a place. Files and what cannot be written hold every limit.
    static func violations(of limits: [Limit], by value: Any, at path: String) -> [Violation] {
        guard !limits.isEmpty, let value = value as? any Limitable ?? JSONValue(writing: value) else {
            return []
        }
        return limits.flatMap { $0.violations(by: value, at: path) }
    }

    private func violations(by value: any Limitable, at path: String) -> [Violation] {
        if case .elements(let limits) = self {
            return value.elements.flatMap { step, element in
                Self.violations(of: limits, by: element, at: path + step)
            }
        }
        guard !value.satisfies(self) else { return [] }
        return [Violation(path: path, rule: rule, message: "\(path) \(sentence)")]
    }
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
    public func satisfies(_ limit: Limit) -> Bool { JSONNumber("\(self)")?.satisfies(limit) ?? true }
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

extension Array: Limitable {
    public func satisfies(_ limit: Limit) -> Bool {
        switch limit {
        case .minItems(let least): count >= least
        case .maxItems(let most): count <= most
        case .uniqueItems: hasNoItemTwice
        case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf, .minLength, .maxLength,
            .pattern, .oneOf, .minProperties, .maxProperties, .required, .dependentRequired, .absent, .names,
            .elements:
            true
        }
    }

    public var elements: [(step: String, value: Any)] {
        enumerated().map { ("[\($0.offset)]", $0.element) }
    }

    /// Items that cannot be compared are not held against `uniqueItems`. What Swift takes for equal is compared as JSON
    /// is: texts in two canonically equivalent spellings are two.
    private var hasNoItemTwice: Bool {
        let items = compactMap { $0 as? AnyHashable }
        guard items.count == count, Set(items).count < count else { return true }
        return Dictionary(grouping: self.indices) { items[$0] }.values.allSatisfy { places in
            let values = places.compactMap { place in
                (self[place] as? any Encodable).flatMap { try? ValueEncoder.encode($0) }
            }
            return values.indices.allSatisfy { index in
                !values[..<index].contains { $0.isSame(as: values[index]) }
            }
        }
    }
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

extension JSONValue: Limitable {
    public func satisfies(_ limit: Limit) -> Bool {
        switch self {
        case .null, .bool: true
        case .number(let number): number.satisfies(limit)
        case .string(let text): text.satisfies(limit)
        case .array(let elements): elements.satisfies(limit)
        case .object(let members): members.satisfies(limit)
        }
    }

    public var elements: [(step: String, value: Any)] {
        switch self {
        case .array(let elements): elements.elements
        case .object(let members): members.elements
        case .null, .bool, .number, .string: []
        }
    }
}
