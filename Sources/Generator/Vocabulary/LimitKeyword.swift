import Foundation

/// The keywords that generated code checks (JSON Schema 2020-12, validation, section 6), in the order in which they are
/// written. The runtime has a limit of the same name for each.
enum LimitKeyword: String, Hashable, Sendable, CaseIterable {
    case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf
    case minLength, maxLength, minItems, maxItems, minProperties, maxProperties
    case pattern, uniqueItems
}

/// The value of a limit.
enum LimitValue: Equatable, Sendable {
    case number(ExactNumber)
    case count(Int)
    case pattern(String)
    /// The value of a keyword that is either set or not.
    case flag
}

extension LimitKeyword {
    /// The properties of a limit keyword.
    struct Facts: Sendable {
        enum Form: Sendable {
            case number
            /// A positive number.
            case divisor
            case count(of: String, many: String)
            case pattern, flag
        }

        /// How the values of the same limit in several schemas are combined.
        enum Meeting: Sendable {
            case greatest, least
            /// All values apply. Equal values are merged.
            case each
        }

        let form: Form
        /// The types that the limit applies to.
        let subjects: [SchemaType]
        let meeting: Meeting
        /// The words before the value in a sentence.
        let phrase: String
        /// The corresponding upper bound, for a lower bound.
        var upperBound: LimitKeyword?
        /// The bound that this one makes exclusive if it is `true`, as in OpenAPI 3.0 and earlier.
        var inclusiveBound: LimitKeyword?
    }

    var facts: Facts {
        switch self {
        case .minimum: .number(.greatest, "at least", upperBound: .maximum)
        case .maximum: .number(.least, "at most")
        case .exclusiveMinimum:
            .number(.greatest, "greater than", upperBound: .exclusiveMaximum, inclusiveBound: .minimum)
        case .exclusiveMaximum: .number(.least, "less than", inclusiveBound: .maximum)
        case .multipleOf:
            Facts(form: .divisor, subjects: [.integer, .number], meeting: .each, phrase: "a multiple of")
        case .minLength: .least("character", in: .string, upTo: .maxLength)
        case .maxLength: .most("character", in: .string)
        case .minItems: .least("item", in: .array, upTo: .maxItems)
        case .maxItems: .most("item", in: .array)
        case .minProperties: .least("property", many: "properties", in: .object, upTo: .maxProperties)
        case .maxProperties: .most("property", many: "properties", in: .object)
        case .pattern: Facts(form: .pattern, subjects: [.string], meeting: .each, phrase: "matching")
        case .uniqueItems: Facts(form: .flag, subjects: [.array], meeting: .each, phrase: "no item twice")
        }
    }
}

extension LimitKeyword {
    /// Whether a number satisfies a limit of this keyword. Limits of other types are satisfied.
    func holds(for value: Decimal, bound: Decimal) -> Bool {
        switch self {
        case .minimum: value >= bound
        case .maximum: value <= bound
        case .exclusiveMinimum: value > bound
        case .exclusiveMaximum: value < bound
        case .multipleOf: bound.isZero || value.isMultiple(of: bound)
        case .minLength, .maxLength, .minItems, .maxItems, .minProperties, .maxProperties, .pattern,
            .uniqueItems:
            true
        }
    }
}

extension LimitKeyword.Facts {
    fileprivate static func number(
        _ meeting: Meeting,
        _ phrase: String,
        upperBound: LimitKeyword? = nil,
        inclusiveBound: LimitKeyword? = nil,
    ) -> Self {
        Self(
            form: .number, subjects: [.integer, .number], meeting: meeting, phrase: phrase,
            upperBound: upperBound, inclusiveBound: inclusiveBound)
    }

    fileprivate static func least(
        _ unit: String,
        many units: String? = nil,
        in subject: SchemaType,
        upTo upperBound: LimitKeyword,
    ) -> Self {
        Self(
            form: .count(of: unit, many: units ?? unit + "s"), subjects: [subject], meeting: .greatest,
            phrase: "at least", upperBound: upperBound)
    }

    fileprivate static func most(
        _ unit: String,
        many units: String? = nil,
        in subject: SchemaType,
    ) -> Self {
        Self(
            form: .count(of: unit, many: units ?? unit + "s"), subjects: [subject], meeting: .least,
            phrase: "at most")
    }
}

extension LimitValue {
    /// `false` for values that have no order.
    static func < (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.number(let value), .number(let other)): value < other
        case (.count(let value), .count(let other)): value < other
        case (.number, _), (.count, _), (.pattern, _), (.flag, _): false
        }
    }
}
