import Foundation
import APIGenerator
import APIGenSourceText

/// What a command found, and what it has to say.
struct Report {
    private let options: ReportOptions
    private var files = SourceFiles()
    private var diagnostics: [Diagnostic] = []
    private var results = ""

    init(options: ReportOptions) { self.options = options }

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// Adds what the only pipeline of a command found.
    mutating func add(_ pipeline: Pipeline) {
        files = pipeline.files
        diagnostics += pipeline.diagnostics.sorted
    }

    /// Adds mistakes that are in no file.
    mutating func add(_ diagnostics: [Diagnostic]) { self.diagnostics += diagnostics }

    /// Adds what the user asked for.
    mutating func add(result: String) { results += result }

    /// Adds a line that is good to know.
    mutating func add(summary: String) { if !options.quiet { results += "\(summary)\n" } }

    /// Shows that something takes time.
    func showingProgress<Result>(
        of subject: String,
        while work: () throws -> Result,
    ) rethrows -> Result {
        guard options.format == .text, !options.quiet, Terminal.isCapable else { return try work() }
        return try Progress.show(subject, while: work)
    }

    func write() {
        let findings = diagnostics.map { Finding($0, in: files) }
        switch options.format {
        case .text: writeText()
        case .json: writeOutput(JSONReport.text(of: findings))
        case .github: writeOutput(GitHubReport.text(of: findings))
        case .sarif: writeOutput(SARIFReport.text(of: findings))
        }
    }

    private func writeText() {
        let text = TextReport(diagnostics, in: files, options: options)
        Terminal.write(text.findings)
        print(results, terminator: "")
        // The count is last, even if both streams go to the same place.
        fflush(nil)
        Terminal.write(text.count)
    }

    private func writeOutput(_ text: String) {
        Terminal.write(results)
        print(text, terminator: "")
    }
}
