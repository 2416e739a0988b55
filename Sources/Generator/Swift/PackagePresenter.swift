import Foundation

/// Presents the package of a client: its manifest, and the copies of the runtime's modules if it has any.
struct PackagePresenter {
    let name: String
    /// The modules of the runtime that the client imports.
    let imported: [RuntimeModule]
    let runtime: RuntimeSource
    /// The packages with types that the user brings.
    let others: [PackageDependency]
    /// Whether there is a target of tests.
    var hasTests = false

    /// What the names of the copies begin with, so that the packages of two clients can be in one app.
    var runtimePrefix: String {
        if case .vendored = runtime { name } else { "" }
    }

    var manifest: SwiftFile {
        let copied = copiedModules
        let view = PackageView(
            name: SwiftLiteral.string(name),
            products: ([name] + copied.filter { $0 != .patterns }.map(copyName)).map(SwiftLiteral.string),
            packages: packages + others.map(\.dependency),
            dependencies: imported.map(dependency) + others.flatMap(\.productDependencies),
            runtime: copied.map { module in
                RuntimeTargetView(
                    name: SwiftLiteral.string(copyName(of: module)),
                    dependencies: module.modules.map { SwiftLiteral.string(copyName(of: $0)) }
                        + module.products.map(Self.product))
            },
            tests: hasTests ? tests : nil,
        )
        return SwiftFile(path: "Package.swift", content: .package(view))
    }

    private var tests: RuntimeTargetView {
        RuntimeTargetView(
            name: SwiftLiteral.string(name + "Tests"),
            dependencies: [SwiftLiteral.string(name)] + (imported + [.testing]).map(dependency))
    }

    /// The sources of the runtime's modules that the package holds, under the names that they have there.
    var copies: [GeneratedFile] {
        guard case .vendored(let sources, _) = runtime else { return [] }
        return copiedModules.flatMap { module in
            sources.filter { $0.path.hasPrefix("\(module.rawValue)/") }.map { source in
                let path = source.path.dropFirst(module.rawValue.count)
                return GeneratedFile(
                    path: "Sources/\(copyName(of: module))\(path)", bytes: renamed(source.bytes))
            }
        }
    }

    /// The modules to copy, each after those that it imports.
    private var copiedModules: [RuntimeModule] {
        guard case .vendored(_, let others) = runtime else { return [] }
        var copied: [RuntimeModule] = []
        func add(_ module: RuntimeModule) {
            module.modules.forEach(add)
            if !copied.contains(module) { copied.append(module) }
        }
        (imported + others + (hasTests ? [.testing] : [])).forEach(add)
        return copied
    }

    private func copyName(of module: RuntimeModule) -> String { runtimePrefix + module.rawValue }

    private func dependency(on module: RuntimeModule) -> String {
        let name = SwiftLiteral.string(copyName(of: module))
        return runtimePrefix.isEmpty
            ? ".product(name: \(name), package: \(SwiftLiteral.string(runtimePackage)))" : name
    }

    /// The identity of the runtime's package: that of a URL is its last component.
    private var runtimePackage: String {
        guard case .url(let url, _) = runtime else { return "swift-api-gen" }
        return url.packageIdentity
    }

    private static func product(_ product: PackageProduct) -> String {
        let name = SwiftLiteral.string(product.name)
        return ".product(name: \(name), package: \(SwiftLiteral.string(product.package.rawValue)))"
    }

    /// The packages that the manifest names.
    private var packages: [String] {
        switch runtime {
        case .vendored:
            let packages = copiedModules.flatMap(\.products).map(\.package)
            return packages.enumerated().filter { packages.firstIndex(of: $1) == $0 }.map { $1.dependency }
        case .path(let path):
            return [
                ".package(name: \"swift-api-gen\", path: \(SwiftLiteral.string(path)), traits: \(traits))"
            ]
        case .url(let url, let version):
            let version = SwiftLiteral.string(version)
            return [".package(url: \(SwiftLiteral.string(url)), from: \(version), traits: \(traits))"]
        }
    }

    private var traits: String { SwiftLiteral.array(imported.compactMap(\.trait).map(SwiftLiteral.string)) }

    /// The source with the names of the copies, in its imports and where a module qualifies a name.
    private func renamed(_ source: [UInt8]) -> [UInt8] {
        let header = "// Part of the runtime of swift-api-gen. Do not edit.\n\n"
        let text = RuntimeModule.allCases.reduce(String(decoding: source, as: UTF8.self)) { text, module in
            let (name, copy) = (module.rawValue, copyName(of: module))
            return [
                ("import \(name)\n", "import \(copy)\n"), ("\(name).", "\(copy)."), ("\(name)/", "\(copy)/"),
            ]
            .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        }
        return Array((header + text).utf8)
    }
}

extension PackageDependency {
    fileprivate var dependency: String {
        switch source {
        case .path(let path): ".package(name: \(identity), path: \(SwiftLiteral.string(path)))"
        case .url(let url, let version):
            ".package(url: \(SwiftLiteral.string(url)), from: \(SwiftLiteral.string(version)))"
        }
    }

    fileprivate var productDependencies: [String] {
        products.map { ".product(name: \(SwiftLiteral.string($0)), package: \(identity))" }
    }

    /// How the manifest names the package. The folder of a path may have no name, as in `..`.
    private var identity: String {
        switch source {
        case .path: SwiftLiteral.string(products.first ?? "")
        case .url(let url, _): SwiftLiteral.string(url.packageIdentity)
        }
    }
}

extension String {
    /// How a manifest names a package of this URL: by the last component.
    fileprivate var packageIdentity: String {
        let last = split(separator: "/").last ?? self[...]
        return last.hasSuffix(".git") ? String(last.dropLast(4)) : String(last)
    }
}

extension PackageProduct.Package {
    fileprivate var dependency: String {
        ".package(url: \"https://github.com/\(owner)/\(rawValue)\", from: \"\(version)\")"
    }
}
