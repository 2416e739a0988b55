extension Limitable {
    /// A model, a date and the like are held against limits as the JSON that goes out.
    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool {
        JSONValue(writing: self)?.satisfies(limit) ?? true
    }

    @_spi(Generated) public var elements: [(step: String, value: Any)] { [] }
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
        if case .elements(let limits) = demand {
            return value.elements.flatMap { step, element in
                Self.violations(of: limits, by: element, at: path + step)
            }
        }
        guard !value.satisfies(self) else { return [] }
        return [Violation(path: path, rule: rule, message: "\(path) \(sentence)")]
    }
}

extension Array: Limitable {
    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool {
        if case .list(let holds) = limit.demand { holds(self) } else { true }
    }

    @_spi(Generated) public var elements: [(step: String, value: Any)] {
        enumerated().map { ("[\($0.offset)]", $0.element) }
    }
}

extension Array: LimitedList {
    /// Items that cannot be compared are not held against `uniqueItems`. What Swift takes for equal is compared as JSON
    /// is: texts in two canonically equivalent spellings are two.
    var hasNoItemTwice: Bool {
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

extension JSONValue: Limitable {
    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool {
        switch self {
        case .null, .bool: true
        case .number(let number): number.satisfies(limit)
        case .string(let text): text.satisfies(limit)
        case .array(let elements): elements.satisfies(limit)
        case .object(let members): members.satisfies(limit)
        }
    }

    @_spi(Generated) public var elements: [(step: String, value: Any)] {
        switch self {
        case .array(let elements): elements.elements
        case .object(let members): members.elements
        case .null, .bool, .number, .string: []
        }
    }
}
