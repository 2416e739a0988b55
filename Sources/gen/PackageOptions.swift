import ArgumentParser
import APIGenerator
import APIGenSourceText

/// What a package is made of, and where it goes.
struct PackageOptions: ParsableArguments {
    @Argument(help: "The document, in YAML or JSON.", completion: .file())
    var document: String

    @Option(help: "The folder of the package.", completion: .directory)
    var output: String

    @Option(help: "The name of the module; if left out, that of the config, or else the document's title.")
    var name: String?

    @OptionGroup var taking: DocumentOptions

    @Flag(help: "Replace files of the output that were edited by hand.")
    var overwrite = false

    @OptionGroup var layout: TemplateOptions

    @OptionGroup var runtime: RuntimeOptions

    @OptionGroup var reporting: ReportOptions

    /// Writes the package.
    func write(hasTests: Bool = false) throws {
        try reporting.reporting { try write(hasTests: hasTests, &$0) }
    }

    private func write(hasTests: Bool, _ report: inout Report) throws {
        let disk = Disk()
        let invocation = try taking.invocation(on: disk, &report)
        let (templates, pages, mistakes) = TemplateOptions.files(
            replacedBy: layout.templates ?? invocation?.templates, by: disk)
        report.add(mistakes)
        var pipeline = Pipeline(reader: disk, templates: templates, pages: pages, rules: taking.levels)
        let request = PackageRequest(
            name: name ?? invocation?.module,
            document: taking.request(for: document),
            runtime: try runtime.source(for: output, otherwise: invocation, on: disk),
            packages: invocation?.packages ?? [],
            hasTests: hasTests,
        )
        let package = report.showingProgress(of: document) { pipeline.generate(request) }
        report.add(pipeline)
        guard let package, !report.hasErrors else { throw ExitCode.invalidInput }
        let plan = OutputPlan(package.files, in: OutputFolder(path: output), overwrites: overwrite)
        report.add(plan.obstacles, in: output)
        report.add(plan.conflicts, in: output)
        guard plan.conflicts.isEmpty, plan.obstacles.isEmpty else { throw ExitCode.notWritten }
        try report.apply(plan, named: package.name, in: output)
    }
}
