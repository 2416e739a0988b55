extension API {
    /// What a document demands of a value beyond its type and its limits.
    enum Rule: Hashable, Sendable {
        /// A keyword of JSON Schema with its value as JSON. The service checks it.
        case keyword(String, String)
        /// What the items of a tuple are, in order; `nil` where nothing is said of one.
        case positions([String?])
        /// A member that needs others, which is checked.
        case requires(String, [String])
    }

    /// A member of an object that needs another.
    struct Dependency: Sendable {
        let trigger: String
        let other: String
    }
}
