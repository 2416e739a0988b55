import Patterns

/// A bound that a document sets on a value, in the words of JSON Schema (2020-12, validation, section 6).
///
/// The same limits work on parameters and on the members of a body. A limit on another kind of value than
/// it is meant for holds, as in JSON Schema: `maxLength` says nothing about a number. Numbers are compared exactly,
/// those of binary types by the shortest decimal number that stands for them: 0.07 is a multiple of 0.01.
@_spi(Generated) public enum Limit: Sendable {
    /// The least number allowed.
    case minimum(JSONNumber)
    /// The greatest number allowed.
    case maximum(JSONNumber)
    /// Numbers must be greater than this.
    case exclusiveMinimum(JSONNumber)
    /// Numbers must be less than this.
    case exclusiveMaximum(JSONNumber)
    /// Numbers must be a whole multiple of this.
    case multipleOf(JSONNumber)
    /// The least count of Unicode scalars in a text.
    case minLength(Int)
    /// The greatest count of Unicode scalars in a text.
    case maxLength(Int)
    /// A regular expression of ECMA-262 that some part of a text must match.
    ///
    /// It takes time in proportion to the length of the text. A text that is no such expression, or refers back to what
    /// a group has matched, holds for every text: the generator leaves it out, and says so.
    case pattern(String)
    /// The least count of items in a list.
    case minItems(Int)
    /// The greatest count of items in a list.
    case maxItems(Int)
    /// No item of a list may occur twice.
    case uniqueItems
    /// The least count of members in an object.
    case minProperties(Int)
    /// The greatest count of members in an object.
    case maxProperties(Int)
    /// The members that an object must have.
    case required([String])
    /// The members that an object must have if it has the first one.
    case dependentRequired(String, [String])
    /// The members that an object must not have: those that `properties` calls `false`.
    case absent([String])
    /// The only texts allowed (`enum`).
    case oneOf([String])
    /// Limits on each name of an object (`propertyNames`).
    indirect case names([Limit])
    /// Limits on each item of a list (`items`), or on each value of an object (`additionalProperties`).
    indirect case elements([Limit])
}

extension Limit {
    /// What a limit asks of values of one kind. All others hold it.
    enum Demand {
        case number((JSONNumber) -> Bool)
        case text((String) -> Bool)
        case list((any LimitedList) -> Bool)
        case object((any LimitedObject) -> Bool)
        /// Limits on each of the elements of a list or an object.
        case elements([Limit])
    }

    /// What a value has to do to hold the limit: `must be at least 1`.
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
        case .required(let names): "must have \(names.joined(separator: ", "))"
        case .dependentRequired(let trigger, let names):
            "must have \(names.joined(separator: ", ")) if it has \(trigger)"
        case .absent(let names): "must not have \(names.joined(separator: ", "))"
        case .oneOf(let texts): "must be one of \(texts.joined(separator: ", "))"
        case .names(let limits):
            "must have names that \(limits.map(\.sentence).joined(separator: " and "))"
        case .elements(let limits):
            "must hold elements that \(limits.map(\.sentence).joined(separator: " and "))"
        }
    }

    /// What the limit asks of the kind of value that it is meant for.
    var demand: Demand {
        switch self {
        case .minimum(let bound): .number { $0 >= bound }
        case .maximum(let bound): .number { $0 <= bound }
        case .exclusiveMinimum(let bound): .number { $0 > bound }
        case .exclusiveMaximum(let bound): .number { $0 < bound }
        case .multipleOf(let step): .number { $0.digits.isMultiple(of: step.digits) }
        case .minLength(let least): .text { $0.unicodeScalars.count >= least }
        case .maxLength(let most): .text { $0.unicodeScalars.count <= most }
        case .pattern(let pattern): .text { Pattern.known(pattern)?.matches($0) ?? true }
        case .oneOf(let texts): .text { text in texts.contains { $0.isExactly(text) } }
        case .minItems(let least): .list { $0.count >= least }
        case .maxItems(let most): .list { $0.count <= most }
        case .uniqueItems: .list { $0.hasNoItemTwice }
        case .minProperties(let least): .object { $0.count >= least }
        case .maxProperties(let most): .object { $0.count <= most }
        case .required(let names): .object { object in names.allSatisfy { object.has($0) } }
        case .dependentRequired(let trigger, let names):
            .object { object in !object.has(trigger) || names.allSatisfy { object.has($0) } }
        case .absent(let names): .object { object in !names.contains { object.has($0) } }
        case .names(let limits):
            .object { $0.names.allSatisfy { name in limits.allSatisfy { name.satisfies($0) } } }
        case .elements(let limits): .elements(limits)
        }
    }

    /// The keyword of JSON Schema.
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
        case .required: "required"
        case .dependentRequired: "dependentRequired"
        case .absent: "properties"
        case .oneOf: "enum"
        case .names: "propertyNames"
        case .elements: "elements"
        }
    }
}

extension Int {
    fileprivate func of(_ singular: String, plural: String? = nil) -> String {
        "\(self) \(self == 1 ? singular : plural ?? singular + "s")"
    }
}
