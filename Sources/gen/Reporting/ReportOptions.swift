import ArgumentParser

/// Options for what is written to whom.
struct ReportOptions: ParsableArguments {
    @Option(
        help: """
            How errors and warnings are written: as text to standard error; or, to standard output, as json (an object \
            on each line), github (commands of a workflow) or sarif (2.1.0). What else would be written there goes to \
            standard error then.
            """)
    var format = ReportFormat.text

    @Flag(
        help: "Write no notes, summaries, counts and progress: only errors, warnings and what is asked for.")
    var quiet = false

    @Flag(help: "Write all warnings as text, instead of three of each kind.")
    var all = false

    /// Runs a command, and writes what it reports.
    func reporting(_ command: (inout Report) throws -> Void) throws {
        var report = Report(options: self)
        defer { report.write() }
        try command(&report)
    }
}

enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, github, sarif
}
