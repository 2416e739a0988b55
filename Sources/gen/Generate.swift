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
    )
    var rules: [RuleChange] = []

    @Flag(help: "Replace files of the output that were edited by hand.")
    var overwrite = false

    @Option(help: "The folder of the templates.")
    var templates = "Templates/Swift"

    @Option(help: "Where the package finds the runtime: the folder of this package, seen from the output.")
    var runtime: String?

    func run() throws {
        let disk = Disk()
        var levels = strict ? Rules.strict : Rules.lenient
        for rule in rules { levels.levels[rule.code] = rule.level }
        var pipeline = Pipeline(
            reader: disk, templates: disk.files(in: templates, suffix: ".mustache"), rules: levels)
        let request = PackageRequest(
            name: name, documentPath: document, runtimePath: runtime ?? disk.path(fromFolder: output))
        let package = pipeline.generate(request)
        Console.report(pipeline)
        guard let package, !pipeline.diagnostics.hasErrors else { throw ExitCode.invalidInput }
        let plan = OutputPlan(package.files, in: OutputFolder(path: output), overwrites: overwrite)
        Console.report(plan.conflicts, in: output)
        guard plan.conflicts.isEmpty else { throw ExitCode.notWritten }
        try Console.apply(plan, named: package.name, in: output)
    }
}

/// A level for the mistakes of a code, as `unknown-field=allow`.
struct RuleChange: ExpressibleByArgument {
    let code: String
    let level: Rules.Level

    init?(argument: String) {
        let parts = argument.split(separator: "=")
        guard parts.count == 2, let level = Rules.Level(rawValue: String(parts[1])) else { return nil }
        code = String(parts[0])
        self.level = level
    }
}
