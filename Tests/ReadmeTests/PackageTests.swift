import APIRuntime
import Blocking
import Foundation
import Testing

/// The packages that a build needs if it depends on one product of this package alone.
@Suite(.blocking) struct PackageTests {
    /// The manifest, as `swift package dump-package` prints it.
    private static let manifest = Result {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.currentDirectoryURL =
            URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardized
        // A scratch folder of its own, since the build folder is locked while tests run.
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: scratch) }
        process.arguments = ["swift", "package", "--scratch-path", scratch.path, "dump-package"]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let json = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(JSONValue.self, from: json)
    }

    private static func named(_ name: String, in list: String) throws -> JSONValue? {
        try manifest.get()[list]?.array?.first { $0["name"]?.string == name }
    }

    /// The packages of the products that a target and the targets it depends on use.
    private static func packages(ofTarget name: String) throws -> Set<String> {
        guard let target = try named(name, in: "targets") else { return [name] }
        return try (target["dependencies"]?.array ?? []).reduce(into: []) { packages, dependency in
            if let package = dependency["product"]?[1]?.string { packages.insert(package) }
            let inner = (dependency["byName"] ?? dependency["target"])?[0]?.string
            if let inner { packages.formUnion(try Self.packages(ofTarget: inner)) }
        }
    }

    @Test(arguments: [
        ("APIOAuth", ["swift-http-types"]),
        ("APIRuntime", ["swift-http-types"]),
        ("APIRuntimeLogging", ["swift-http-types", "swift-log"]),
        ("APIRuntimeMetrics", ["swift-http-types", "swift-metrics"]),
        ("APIRuntimeTesting", ["swift-http-types"]),
        ("APIRuntimeTracing", ["swift-distributed-tracing", "swift-http-types"]),
        (
            "APIRuntimeAsyncHTTPClient",
            ["async-http-client", "swift-http-types", "swift-nio", "swift-nio-extras", "swift-nio-ssl"]
        ),
        ("APISigning", ["swift-crypto", "swift-http-types"]),
        ("GenesysCloud", ["swift-http-types"]),
        ("SnapTrade", ["swift-crypto", "swift-http-types"]),
    ])
    func needsNoOtherPackages(product: String, packages: [String]) throws {
        let targets = try #require(try Self.named(product, in: "products")?["targets"]?.array)
        let found = try targets.compactMap(\.string).reduce(into: Set<String>()) {
            $0.formUnion(try Self.packages(ofTarget: $1))
        }
        #expect(found.sorted() == packages)
    }
}
