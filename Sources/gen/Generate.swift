import ArgumentParser
import Generator
import SourceText

/// Generates a package from a document.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Generate a package from an OpenAPI document.",
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

    @OptionGroup var taking: DocumentOptions

    @Flag(help: "Replace files of the output that were edited by hand.")
    var overwrite = false

    @Option(help: "The folder of the templates.")
    var templates = "Templates/Swift"

    @Option(help: "The path of the runtime's package, relative to the output.")
    var runtime: String?

    func run() throws {
        let disk = Disk()
        var pipeline = Pipeline(
            reader: disk, templates: disk.files(in: templates, suffix: ".mustache"), rules: taking.levels)
        let request = PackageRequest(
            name: name,
            document: taking.request(for: document),
            runtime: .path(runtime ?? disk.path(fromFolder: output)),
        )
        let package = pipeline.generate(request)
        Console.report(pipeline)
        guard let package, !pipeline.diagnostics.hasErrors else { throw ExitCode.invalidInput }
        let plan = OutputPlan(package.files, in: OutputFolder(path: output), overwrites: overwrite)
        Console.report(plan.obstacles, in: output)
        Console.report(plan.conflicts, in: output)
        guard plan.conflicts.isEmpty, plan.obstacles.isEmpty else { throw ExitCode.notWritten }
        try Console.apply(plan, named: package.name, in: output)
    }
}
