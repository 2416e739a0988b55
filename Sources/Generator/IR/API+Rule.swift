extension API {
    /// What a document demands of a value beyond its type and its limits.
    struct Rule: Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            /// A keyword of JSON Schema with its value as JSON. The service checks it.
            case keyword(String, String)
            /// What the items of a tuple are, in order.
            case positions([String])
            /// A member that needs others, which is checked.
            case requires(String, [String])
        }

        let kind: Kind
    }

    /// A member of an object that needs another.
    struct Dependency: Sendable {
        let trigger: String
        let other: String
    }
}
