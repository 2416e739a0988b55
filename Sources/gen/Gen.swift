import ArgumentParser
import APIGenerator

@main
struct Gen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gen",
        abstract: "Generates Swift clients from OpenAPI documents.",
        discussion: """
            Exit codes: 0 all is well, 1 --check found the output out of date, 2 a document or a template has \
            errors, 3 the output could not be written, 64 the arguments are wrong.
            """,
        version: Version.current,
        subcommands: [
            Update.self, Generate.self, Verify.self, SingleFile.self, Initialize.self, Schema.self,
            Coverage.self,
            Templates.self, Formats.self, ListRules.self, Explain.self,
        ],
        defaultSubcommand: Update.self,
    )
}

/// The exit codes.
extension ExitCode {
    static let outOfDate = ExitCode(1)
    static let invalidInput = ExitCode(2)
    static let notWritten = ExitCode(3)
}
