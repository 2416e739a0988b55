extension API {
    /// A constraint that neither the type nor the limits of a value express.
    indirect enum Rule: Hashable, Sendable {
        /// A keyword of JSON Schema with its value as JSON.
        case keyword(Keyword, Prose)
        /// A format without a corresponding type.
        case format(Prose)
        /// A description of each tuple item, in order; `nil` for items without one.
        case positions([Prose?])
        /// A property that requires others, which is checked.
        case requires(String, [String])
        /// Rules for each element of an array (`items`) or dictionary (`additionalProperties`).
        case elements(ShapeKeyword, [Rule])
    }
}
