import Foundation
import PackagePlugin

/// Makes the files of this package that the generator hands on a part of its binary, so that it runs without the
/// package. They are embedded as they are when it is built.
@main
struct EmbedFiles: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let sources = Self.paths(below: "Sources", of: root).filter { $0.hasPrefix("Sources/API") }
        let paths = Self.paths(below: "Templates", of: root) + sources
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles+All.swift")
        return [
            .buildCommand(
                displayName: "Embedding templates and the runtime",
                executable: try context.tool(named: "APIGenFileEmbedder").url,
                arguments: [output.path, root.path] + paths,
                inputFiles: paths.map { root.appending(path: $0) },
                outputFiles: [output],
            )
        ]
    }

    /// The paths of the files below a folder, relative to the package, sorted.
    private static func paths(below folder: String, of root: URL) -> [String] {
        let all = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.allObjects
        return (all as? [String] ?? []).filter { path in
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
            return !isHidden && (path.hasSuffix(".swift") || path.hasSuffix(".mustache"))
        }
        .map { "\(folder)/\($0)" }.sorted()
    }
}
