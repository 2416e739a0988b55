import APIPatterns

extension Limit {
    /// Whether a value satisfies the limit. Values of other types do, and so do files.
    func holds(for value: EncodedValue) -> Bool {
        switch value {
        case .null, .file: true
        case .string(let text): holds(forText: text)
        case .literal(let text): isBoolean(text) || holds(for: JSONNumber(valid: text))
        case .list(let items): holds(for: items)
        case .object(let members): holds(for: members)
        }
    }

    private func isBoolean(_ text: String) -> Bool { text == "true" || text == "false" }

    private func holds(for number: JSONNumber) -> Bool {
        switch self {
        case .minimum(let bound): number >= bound
        case .maximum(let bound): number <= bound
        case .exclusiveMinimum(let bound): number > bound
        case .exclusiveMaximum(let bound): number < bound
        case .multipleOf(let step): number.digits.isMultiple(of: step.digits)
        case .minLength, .maxLength, .pattern, .minItems, .maxItems, .uniqueItems, .minProperties,
            .maxProperties, .elements, .schema:
            true
        }
    }

    private func holds(forText text: String) -> Bool {
        switch self {
        case .minLength(let least): text.unicodeScalars.count >= least
        case .maxLength(let most): text.unicodeScalars.count <= most
        case .pattern(let pattern): Pattern.known(pattern)?.matches(text) ?? true
        case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf, .minItems, .maxItems,
            .uniqueItems, .minProperties, .maxProperties,
            .elements, .schema:
            true
        }
    }

    private func holds(for items: [EncodedValue]) -> Bool {
        switch self {
        case .minItems(let least): items.count >= least
        case .maxItems(let most): items.count <= most
        case .uniqueItems: !EncodedValue.hasRepetition(items)
        case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf, .minLength, .maxLength,
            .pattern, .minProperties, .maxProperties,
            .elements, .schema:
            true
        }
    }

    private func holds(for members: [EncodedValue.Member]) -> Bool {
        switch self {
        case .minProperties(let least): members.count >= least
        case .maxProperties(let most): members.count <= most
        case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf, .minLength, .maxLength,
            .pattern, .minItems, .maxItems, .uniqueItems, .elements, .schema:
            true
        }
    }
}

extension EncodedValue {
    /// Whether two items are equal in JSON.
    static func hasRepetition(_ items: [EncodedValue]) -> Bool {
        var groups: [Int: [EncodedValue]] = [:]
        for item in items {
            let key = item.likeness
            if groups[key, default: []].contains(where: item.isSame) { return true }
            groups[key, default: []].append(item)
        }
        return false
    }

    /// A hash that equal values have in common.
    private var likeness: Int {
        switch self {
        case .null: 0
        case .string(let text): text.hashValue
        case .literal(let text): JSONNumber(text)?.hashValue ?? text.hashValue
        case .file: 1
        case .list(let items): items.reduce(items.count) { $0 &* 31 &+ $1.likeness }
        case .object(let members):
            members.reduce(members.count) { $0 &+ $1.name.hashValue &* 31 &+ $1.value.likeness }
        }
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
