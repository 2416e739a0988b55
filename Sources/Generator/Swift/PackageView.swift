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

    static let fields: ViewFields<PackageView> = [
        .text("name", \.name),
        .texts("products", \.products),
        .texts("packages", \.packages),
        .texts("dependencies", \.dependencies),
        .list("runtime", \.runtime),
    ]
}

/// The target of a copied module.
struct RuntimeTargetView: View {
    let name: String
    let dependencies: [String]

    static let fields: ViewFields<RuntimeTargetView> = [
        .text("name", \.name),
        .texts("dependencies", \.dependencies),
        .flag("hasDependencies", { !$0.dependencies.isEmpty }),
    ]
}
