/// What is checked beyond the constraints that always apply.
public struct ValidationOptions: OptionSet, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Values of enumerations and constants must be among those that the document lists (`enum`, `const`), and the value
    /// of a union must match one of its alternatives. Otherwise, other values are accepted: a service may have added them
    /// since.
    public static let closedValues = ValidationOptions(rawValue: 1)
    /// The value of a union must match no alternative of a `oneOf` but its own. Otherwise, its case tells which one is meant.
    /// JSON without a type of its own must match exactly one in any case.
    public static let exclusiveAlternatives = ValidationOptions(rawValue: 2)
    /// Strings must have their `format`: JSON Schema 2020-12, validation, section 7.2.2, format assertion. Formats with a
    /// Swift type of their own, such as `Date`, are met in any case.
    public static let formats = ValidationOptions(rawValue: 4)

    /// Every check.
    public static let all: ValidationOptions = [.closedValues, .exclusiveAlternatives, .formats]
}
