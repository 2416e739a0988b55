import APIGenerator
import ArgumentParser

/// Prints JSON Schemas of files that gen reads.
struct Schema: ParsableCommand {
    enum Subject: String, CaseIterable, ExpressibleByArgument {
        case config
    }

    static let configuration = CommandConfiguration(
        abstract: "Print the JSON Schema of gen.yaml, for editors.",
        discussion: "An editor takes it by a first line '# yaml-language-server: $schema=gen.schema.json'.",
    )

    @Argument(help: "What to describe: config.")
    var subject: Subject

    func run() {
        switch subject {
        case .config: print(ConfigSchema.text, terminator: "")
        }
    }
}
