import APIGenSourceText
import APIGenerator
import ArgumentParser
import Foundation

/// Writes a config for a document.
struct Initialize: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a gen.yaml for an OpenAPI document, for gen to run in this folder.",
        discussion: """
            Without --package and --sources, the client becomes a package in a folder that is named after the module.
            """,
    )

    @Argument(help: "The document, in YAML or JSON.", completion: .file())
    var document: String

    @Option(help: "The folder of a package for the client.", completion: .directory)
    var package: String?

    @Option(help: "A folder of sources in a target of yours.", completion: .directory)
    var sources: String?

    @Option(help: "The name of the module; the document's title if left out.")
    var module: String?

    @OptionGroup var reporting: ReportOptions

    func validate() throws {
        if package != nil, sources != nil { throw ValidationError("choose one of --package and --sources") }
        for text in [document, package, sources, module].compactMap(\.self) {
            let isControl = text.unicodeScalars.contains { $0.properties.generalCategory == .control }
            if text.isEmpty || isControl {
                throw ValidationError("'\(text)' is no name for a file or a module")
            }
        }
    }

    func run() throws { try reporting.reporting { try run(&$0) } }

    private func run(_ report: inout Report) throws {
        let disk = Disk()
        guard !disk.exists(Self.path) else {
            report.add([.existingConfig(Self.path)])
            throw ExitCode.notWritten
        }
        var pipeline = Pipeline(reader: disk, rules: .lenient)
        let name = pipeline.moduleName(of: DocumentRequest(path: document), named: module)
        report.add(pipeline)
        guard let name, !report.hasErrors else { throw ExitCode.invalidInput }
        do {
            try Data(text(module: name).utf8)
                .write(to: URL(fileURLWithPath: Self.path), options: .withoutOverwriting)
        } catch {
            report.add([.unwritable(Self.path, error)])
            throw ExitCode.notWritten
        }
        report.add(summary: "\(Self.path): run gen to generate \(name)")
    }

    private func text(module: String) -> String {
        let output =
            sources.map { "sources: \(quoted($0))" } ?? "package: \(quoted(package ?? module))"
        return """
            # What gen does in this folder. 'gen schema config' describes all that can stand here.
            document: \(quoted(document))
            \(output)
            module: \(quoted(module))

            """
    }

    /// The text as YAML, in quotes, as `Null` and `1.0` are no texts without.
    private func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }

    private static let path = "gen.yaml"
}
