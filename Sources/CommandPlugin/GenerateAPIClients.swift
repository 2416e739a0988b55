import Foundation
import PackagePlugin

/// Runs `gen` in the folder of a package, as `swift package generate-api-clients`.
@main
struct GenerateAPIClients: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        let process = Process()
        process.executableURL = try context.tool(named: "APIGenCommand").url
        process.currentDirectoryURL = context.package.directoryURL
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus != 0 else { return }
        // What is wrong was told by the tool.
        Diagnostics.error("gen ended with exit code \(process.terminationStatus)")
    }
}
