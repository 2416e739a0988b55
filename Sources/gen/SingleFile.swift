import ArgumentParser
import Foundation
import APIGenerator
import APIGenSourceText

/// Generates a client as a part of a module that holds more.
struct SingleFile: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Generate a client as one Swift file, for a module of yours.",
        discussion: """
            The module depends on the modules of the runtime that the file imports. The file is replaced if it is \
            there, and left as it is if nothing would change.
            """,
    )

    @Argument(help: "The document, in YAML or JSON.", completion: .file())
    var document: String

    @Option(help: "The file.", completion: .file(extensions: ["swift"]))
    var output: String

    @Option(help: "The name of the module that the file is a part of.")
    var name: String

    @OptionGroup var taking: DocumentOptions

    @OptionGroup var layout: TemplateOptions

    @OptionGroup var reporting: ReportOptions

    func run() throws { try reporting.reporting { try run(&$0) } }

    private func run(_ report: inout Report) throws {
        let disk = Disk()
        let invocation = try taking.invocation(on: disk, &report)
        let (templates, _, mistakes) = TemplateOptions.files(
            replacedBy: layout.templates ?? invocation?.templates, by: disk)
        report.add(mistakes)
        var pipeline = Pipeline(reader: disk, templates: templates, rules: taking.levels)
        let service = Service(name: name, document: taking.request(for: document), source: nil)
        let files = report.showingProgress(of: document) { pipeline.generate(service) }
        report.add(pipeline)
        guard let files, !report.hasErrors else { throw ExitCode.invalidInput }
        try write(.joining(files, at: output), &report)
    }

    private func write(_ file: GeneratedFile, _ report: inout Report) throws {
        // A build does again what depends on a file that was written.
        guard (try? Disk().read(file.path)) != file.bytes else { return }
        do {
            try Data(file.bytes).write(to: URL(fileURLWithPath: file.path), options: .atomic)
        } catch {
            report.add([.unwritable(file.path, error)])
            throw ExitCode.notWritten
        }
    }
}
