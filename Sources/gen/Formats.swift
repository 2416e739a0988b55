import ArgumentParser
import APIGenerator

/// Lists the types that formats become, and how keywords are used.
struct Formats: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the types that formats become, and how each keyword of schemas is used.",
        discussion: "The tables are in Markdown.",
    )

    func run() {
        print(FormatTable.formats)
        print(FormatTable.keywords, terminator: "")
    }
}
