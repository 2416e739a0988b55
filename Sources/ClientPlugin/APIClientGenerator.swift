import Foundation
import PackagePlugin

/// Generates the client of the OpenAPI document of a target, as a part of that target.
@main
struct APIClientGenerator: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let target = target as? SwiftSourceModuleTarget else {
            throw Mistake(description: "'\(target.name)' is no target of Swift, and can have no client")
        }
        let folder = target.directoryURL
        let names = ["openapi.yaml", "openapi.yml", "openapi.json"]
        let documents = names.map { folder.appending(path: $0) }.filter(Self.isThere)
        guard let document = documents.first else {
            throw Mistake(
                description:
                    "the target '\(target.name)' has no document: there is no openapi.yaml (or .yml, .json) in \(folder.path)"
            )
        }
        let config = [folder.appending(path: "gen.yaml")].filter(Self.isThere)
        let output = context.pluginWorkDirectoryURL.appending(path: "\(target.moduleName)Client.swift")
        return [
            .buildCommand(
                displayName: "Generating the client of \(target.name)",
                executable: try context.tool(named: "APIGenCommand").url,
                arguments: [
                    "single-file", document.path, "--output", output.path, "--name", target.moduleName,
                ]
                    + config.flatMap { ["--config", $0.path] },
                inputFiles: Self.texts(below: folder),
                outputFiles: [output],
            )
        ]
    }

    private static func isThere(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

    /// The files that a document may refer to, its config and its overlays, sorted. The document alone knows which it
    /// needs, and a build knows that of all beforehand.
    private static func texts(below folder: URL) -> [URL] {
        let all = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
        return all.filter { path in
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
            return !isHidden && [".yaml", ".yml", ".json"].contains(where: path.hasSuffix)
        }
        .sorted().map { folder.appending(path: $0) }
    }
}

/// Why a target has no client.
private struct Mistake: Error, CustomStringConvertible {
    let description: String
}
