import ArgumentParser
import APIGenEmbeddedFiles
import Foundation
import APIGenerator

/// Writes the templates into a folder, for a user to change some of them.
struct ExportTemplates: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all templates into a folder.",
        discussion:
            "Keep those that you change, and delete the others: --templates takes them from the binary then.",
    )

    @Argument(help: "The folder.", completion: .directory)
    var folder: String

    @Flag(help: "Replace files that differ.")
    var overwrite = false

    @OptionGroup var reporting: ReportOptions

    func run() throws {
        try reporting.reporting { report in
            let changes = TemplateOptions.embedded.filter { text(of: $0) != $0.text }
            let edited = changes.filter { FileManager.default.fileExists(atPath: path(of: $0)) }
            guard edited.isEmpty || overwrite else {
                report.add(edited.map { .editedTemplate(path(of: $0)) })
                throw ExitCode.notWritten
            }
            do {
                try write(changes)
            } catch {
                report.add([.unwritable(folder, error)])
                throw ExitCode.notWritten
            }
            let count = changes.isEmpty ? "up to date" : "\(changes.count) written"
            report.add(summary: "\(folder): \(TemplateOptions.embedded.count) templates, \(count)")
        }
    }

    private func path(of file: EmbeddedFile) -> String { "\(folder)/\(file.path)" }

    private func text(of file: EmbeddedFile) -> String? {
        (try? Disk().read(path(of: file))).map { String(decoding: $0, as: UTF8.self) }
    }

    private func write(_ files: [EmbeddedFile]) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for file in files {
            try Data(file.text.utf8).write(to: URL(fileURLWithPath: path(of: file)), options: .atomic)
        }
    }
}
