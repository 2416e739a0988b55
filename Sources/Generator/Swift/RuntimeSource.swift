/// Where the package of a client has the runtime from.
public enum RuntimeSource: Sendable {
    /// Copies of its modules are targets of the package.
    ///
    /// - Parameters:
    ///   - sources: The sources of all modules, each below a folder with the name of its module.
    ///   - others: Modules to copy in addition to those that the client imports.
    case vendored(sources: [GeneratedFile], others: [RuntimeModule])
    /// A folder, relative to the package.
    case path(String)
    case url(String, version: String)
}
