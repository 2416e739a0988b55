import Templating

/// The package manifest for a client.
struct PackageView: View {
    let name: String
    let runtimePath: String
    /// The modules of the runtime that the client imports.
    let runtimeModules: [String]

    static let fields: ViewFields<PackageView> = [
        .text("name", \.name),
        .text("runtimePath", \.runtimePath),
        .texts("runtimeModules", \.runtimeModules),
    ]
}
