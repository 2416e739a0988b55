/// A package that the package of a client depends on, for types that the user brings.
public struct PackageDependency: Sendable {
    enum Source: Sendable {
        /// The text as it is written: relative to the package of the client, unless it is absolute.
        case path(String)
        case url(String, version: String)
    }

    let source: Source
    let products: [String]
}
