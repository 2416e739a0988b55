import ArgumentParser
import Generator
import SourceText

/// Makes a package of a document that is not one of ours.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a package of any OpenAPI document.",
        discussion: """
            Mistakes in the document whose meaning is clear are warnings, unless --strict or --rule says otherwise.
            """,
    )

    @Argument(help: "The document, in YAML or JSON.")
    var document: String

    @Option(help: "The folder of the package.")
    var output: String

    @Option(help: "The name of the module; the document's title if left out.")
    var name: String?

    @Flag(help: "Take every mistake in the document for an error.")
    var strict = false

    @Option(
        name: .customLong("rule"),
        help: ArgumentHelp("Treat the mistakes of a code as error, warn or allow.", valueName: "code=level"),
        transform: RuleChange.init(parsing:),
    )
    var rules: [RuleChange] = []

    @Option(help: "A gen.yaml: rules, and what is knowingly given up.")
    var config: String?

    @Flag(help: "Replace files of the output that were edited by hand.")
    var overwrite = false

    @Option(help: "The folder of the templates.")
    var templates = "Templates/Swift"

    @Option(help: "Where the package finds the runtime: the folder of this package, seen from the output.")
    var runtime: String?

    func run() throws {
        let disk = Disk()
        var levels = strict ? Rules.strict : Rules.lenient
        for rule in rules { levels.levels[rule.rule] = rule.level }
        var pipeline = Pipeline(
            reader: disk, templates: disk.files(in: templates, suffix: ".mustache"), rules: levels)
        let request = PackageRequest(
            name: name,
            documentPath: document,
            configPath: config,
            runtimePath: runtime ?? disk.path(fromFolder: output),
        )
        let package = pipeline.generate(request)
        Console.report(pipeline)
        guard let package, !pipeline.diagnostics.hasErrors else { throw ExitCode.invalidInput }
        let plan = OutputPlan(package.files, in: OutputFolder(path: output), overwrites: overwrite)
        Console.report(plan.conflicts, in: output)
        guard plan.conflicts.isEmpty else { throw ExitCode.notWritten }
        try Console.apply(plan, named: package.name, in: output)
    }
}

/// A level for a rule, as `unknown-field=allow`.
struct RuleChange {
    let rule: Rule
    let level: Rules.Level

    init(parsing argument: String) throws {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw ValidationError("it has to be as 'unknown-field=allow'") }
        guard let rule = Rule(rawValue: parts[0]) else {
            let suggestion = Suggestion.phrase(for: parts[0], among: Rule.names)
            throw ValidationError("there is no rule '\(parts[0])'\(suggestion)")
        }
        guard let level = Rules.Level(rawValue: parts[1]) else {
            throw ValidationError(
                "'\(parts[1])' is not a level; it must be one of \(Rules.Level.names.joined(separator: ", "))"
            )
        }
        (self.rule, self.level) = (rule, level)
    }
}
