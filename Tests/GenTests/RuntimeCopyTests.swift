import Blocking
import Foundation
import Testing

/// A package with copies of all modules of the runtime, against the package that they come from.
@Suite(.blocking) struct RuntimeCopyTests {
    private static let modules = [
        "APIOAuth", "APIRuntimeAsyncHTTPClient", "APIRuntimeLogging", "APIRuntimeMetrics",
        "APIRuntimeTesting",
        "APIRuntimeTracing", "APISigning",
    ]

    /// The products that each target of a manifest depends on.
    private func products(in manifest: String) -> [String: Set<String>] {
        let targets = manifest.components(separatedBy: ".target(").dropFirst().compactMap { block in
            block.firstMatch(of: /name: "(\w+)"/).map { name in
                let products = block.matches(of: /\.product\((?:name: )?"(\w+)"/)
                return (String(name.1), Set(products.map { String($0.1) }))
            }
        }
        return Dictionary(targets) { first, _ in first }
    }

    @Test func dependsOnWhatTheOriginalDoes() throws {
        let workspace = try Workspace()
        try workspace.write(
            "openapi: 3.1.0\ninfo: {title: Shop, version: 1.0.0}\npaths: {}\n", to: "shop.yaml")
        let others = Self.modules.flatMap { ["--with", $0] }
        let run = try workspace.gen(["generate", "shop.yaml", "--output", "Out"] + others)
        #expect(run.status == 0, "\(run.errors)")
        let copy = try #require(workspace.read("Out/Package.swift"))
        let original = try String(
            contentsOf: Workspace.packageRoot.appendingPathComponent("Package.swift"), encoding: .utf8)
        let packages = copy.matches(of: /\.package\(url: .*\)/).map { String($0.0) }
        #expect(packages.count >= 8)
        for package in packages { #expect(original.contains(package), "\(package)") }
        let (copied, own) = (products(in: copy), products(in: original))
        for module in Self.modules + ["APIPatterns", "APIRuntime"] {
            #expect(copied["Shop\(module)"] == own[module], "\(module)")
            #expect(own[module] != nil, "\(module)")
        }
    }

    /// No copy names a module that is not in the package.
    @Test func namesTheCopies() throws {
        let workspace = try Workspace()
        try workspace.write(
            "openapi: 3.1.0\ninfo: {title: Shop, version: 1.0.0}\npaths: {}\n", to: "shop.yaml")
        let others = Self.modules.flatMap { ["--with", $0] }
        _ = try workspace.gen(["generate", "shop.yaml", "--output", "Out"] + others)
        let files = workspace.files("Out/Sources").filter { $0.hasSuffix(".swift") }
        #expect(files.count > 150)
        for file in files {
            let text = workspace.read("Out/Sources/\(file)") ?? ""
            let imports = text.matches(of: /(?m)^[^\/\n]*import (API\w+)$/).map { String($0.1) }
            #expect(imports.isEmpty, "\(file)")
        }
    }
}
