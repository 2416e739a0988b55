import APIPatterns

/// A validation keyword with its value (JSON Schema 2020-12, validation, section 6).
///
/// Limits apply to parameters and bodies. As in JSON Schema, a limit for another type is
/// satisfied: `maxLength` does not restrict numbers. Numbers are compared exactly, binary ones by the shortest decimal
/// number that represents them: 0.07 is a multiple of 0.01.
@_spi(Generated) public enum Limit: Sendable {
    /// The inclusive minimum of numbers.
    case minimum(JSONNumber)
    /// The inclusive maximum of numbers.
    case maximum(JSONNumber)
    /// The exclusive minimum of numbers.
    case exclusiveMinimum(JSONNumber)
    /// The exclusive maximum of numbers.
    case exclusiveMaximum(JSONNumber)
    /// Numbers must be a multiple of this one.
    case multipleOf(JSONNumber)
    /// The minimum length of a string in Unicode scalars.
    case minLength(Int)
    /// The maximum length of a string in Unicode scalars.
    case maxLength(Int)
    /// An ECMA-262 regular expression that some part of a string must match.
    ///
    /// Matching takes time linear in the length of the string. An invalid expression, or one with backreferences, is
    /// satisfied by every string: the generator omits it and reports it.
    case pattern(String)
    /// The minimum number of items in an array.
    case minItems(Int)
    /// The maximum number of items in an array.
    case maxItems(Int)
    /// The items of an array must be unique.
    case uniqueItems
    /// The minimum number of properties in an object.
    case minProperties(Int)
    /// The maximum number of properties in an object.
    case maxProperties(Int)
    /// Limits on each item of an array (`items`).
    indirect case elements([Limit])
    /// A JSON Schema.
    case schema(ValueSchema)
}

extension Limit {
    /// The condition in words, such as `must be at least 1`.
    var sentence: String {
        switch self {
        case .minimum(let bound): "must be at least \(bound.text)"
        case .maximum(let bound): "must be at most \(bound.text)"
        case .exclusiveMinimum(let bound): "must be greater than \(bound.text)"
        case .exclusiveMaximum(let bound): "must be less than \(bound.text)"
        case .multipleOf(let step): "must be a multiple of \(step.text)"
        case .minLength(let count): "must hold at least \(count.of("character"))"
        case .maxLength(let count): "must hold at most \(count.of("character"))"
        case .pattern(let pattern): "must match \(pattern)"
        case .minItems(let count): "must hold at least \(count.of("item"))"
        case .maxItems(let count): "must hold at most \(count.of("item"))"
        case .uniqueItems: "must not hold the same item twice"
        case .minProperties(let count): "must hold at least \(count.of("property", plural: "properties"))"
        case .maxProperties(let count): "must hold at most \(count.of("property", plural: "properties"))"
        case .elements(let limits):
            "must hold items that \(limits.map(\.sentence).joined(separator: " and "))"
        case .schema(let schema): "must match \(schema.label)"
        }
    }

    /// The JSON Schema keyword.
    var rule: Violation.Rule {
        switch self {
        case .minimum: "minimum"
        case .maximum: "maximum"
        case .exclusiveMinimum: "exclusiveMinimum"
        case .exclusiveMaximum: "exclusiveMaximum"
        case .multipleOf: "multipleOf"
        case .minLength: "minLength"
        case .maxLength: "maxLength"
        case .pattern: "pattern"
        case .minItems: "minItems"
        case .maxItems: "maxItems"
        case .uniqueItems: "uniqueItems"
        case .minProperties: "minProperties"
        case .maxProperties: "maxProperties"
        case .elements: "items"
        case .schema: "schema"
        }
    }
}

extension Limit {
    /// The limit of a keyword with its value in a schema; `nil` for other keywords, and for values without a meaning.
    init?(keyword: String, value: EncodedValue) {
        let limit: Limit? =
            switch keyword {
            case "minimum": value.number.map(Limit.minimum)
            case "maximum": value.number.map(Limit.maximum)
            case "exclusiveMinimum": value.number.map(Limit.exclusiveMinimum)
            case "exclusiveMaximum": value.number.map(Limit.exclusiveMaximum)
            case "multipleOf": value.number.map(Limit.multipleOf)
            case "minLength": value.count.map(Limit.minLength)
            case "maxLength": value.count.map(Limit.maxLength)
            case "pattern": value.text.map(Limit.pattern)
            case "minItems": value.count.map(Limit.minItems)
            case "maxItems": value.count.map(Limit.maxItems)
            case "uniqueItems": value.isTrue ? Limit.uniqueItems : nil
            case "minProperties": value.count.map(Limit.minProperties)
            case "maxProperties": value.count.map(Limit.maxProperties)
            default: nil
            }
        guard let limit else { return nil }
        self = limit
    }
}

// MARK: - Values

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

extension Int {
    func of(_ singular: String, plural: String? = nil) -> String {
        "\(self) \(self == 1 ? singular : plural ?? singular + "s")"
    }
}
