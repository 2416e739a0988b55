/// A bound that a document sets on a value, in the words of JSON Schema (2020-12, validation, section 6).
///
/// The same limits work on parameters and on the members of a body. A limit on another kind of value than
/// it is meant for holds, as in JSON Schema: `maxLength` says nothing about a number. Numbers are compared exactly,
/// those of binary types by the shortest decimal number that stands for them: 0.07 is a multiple of 0.01.
public enum Limit: Sendable {
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
