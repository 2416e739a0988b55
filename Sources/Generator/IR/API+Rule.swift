extension API {
    /// What a document demands of a value beyond its type and its limits.
    indirect enum Rule: Hashable, Sendable {
        /// A keyword of JSON Schema with its value as JSON. The service checks it.
        case keyword(Keyword, Prose)
        /// A format that has no type of its own.
        case format(Prose)
        /// What the items of a tuple are, in order; `nil` where nothing is said of one.
        case positions([Prose?])
        /// A member that needs others, which is checked.
        case requires(String, [String])
        /// What holds for each element of a list (`items`) or a dictionary (`additionalProperties`).
        case elements(ShapeKeyword, [Rule])
    }

    /// A member of an object that needs another.
    struct Dependency: Sendable {
        let trigger: String
        let other: String
    }
}
