import Templating

/// The manifest of a package around a client.
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

extension SwiftPresenter {
    func presentPackage(runtimePath: String) -> SwiftFile {
        let client = presentClient()
        let modules = [
            client.endpoints == nil ? nil : "APIOAuth", "APIRuntime", client.usesSigning ? "APISigning" : nil,
        ]
        let view = PackageView(
            name: SwiftLiteral.string(api.service),
            runtimePath: SwiftLiteral.string(runtimePath),
            runtimeModules: modules.compactMap(\.self).map(SwiftLiteral.string),
        )
        return SwiftFile(path: "Package.swift", content: .package(view))
    }
}
