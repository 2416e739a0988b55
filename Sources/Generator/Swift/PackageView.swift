import APIGenTemplating

/// The package manifest for a client.
struct PackageView: View {
    let name: String
    /// The targets of its product.
    let products: [String]
    let packages: [String]
    /// What the client's target depends on.
    let dependencies: [String]
    /// The copies of the runtime's modules.
    let runtime: [RuntimeTargetView]
    /// The target of tests, if there is one.
    let tests: RuntimeTargetView?

    static let fields: ViewFields<PackageView> = [
        .text("name", \.name),
        .texts("products", \.products),
        .texts("packages", \.packages),
        .texts("dependencies", \.dependencies),
        .list("runtime", \.runtime),
        .optional("tests", { $0.tests }),
    ]
}

/// The target of a copied module, or of tests.
struct RuntimeTargetView: View {
    let name: String
    let dependencies: [String]

    static let fields: ViewFields<RuntimeTargetView> = [
        .text("name", \.name),
        .texts("dependencies", \.dependencies),
        .flag("hasDependencies", { !$0.dependencies.isEmpty }),
    ]
}
