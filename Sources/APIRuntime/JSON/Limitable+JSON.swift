extension Limitable {
    /// Models, dates and the like are checked as the JSON that they are encoded to.
    @_spi(Generated) public func satisfies(_ limit: Limit) -> Bool {
        JSONValue(writing: self)?.satisfies(limit) ?? true
    }

    @_spi(Generated) public var elements: [(step: String, value: Any)] { [] }
}

extension Limit {
    /// The violations of limits by a value at a path. Files and values that cannot be encoded satisfy every limit.
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
    /// Items that are not `Hashable` are not checked. Items that are equal in Swift are compared as JSON: canonically
    /// equivalent strings are different.
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
