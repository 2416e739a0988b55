import APIGenSourceText
import APIGenerator
import ArgumentParser

/// Updates the generated clients. It is the default command.
struct Update: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring clients up to date.",
        discussion: """
            In a folder with a gen.yaml that says where the client goes, this generates what it asks for. Elsewhere, \
            each folder below the specs that holds an openapi.yaml (or .yml, .json) is a service; its client is
            written into the folder of the same name below the output. A gen.yaml beside the document holds its \
            options.
            """,
    )

    @Option(
        help: ArgumentHelp(
            "A gen.yaml to run, other than that of this folder; repeat it for more.", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var config: [String] = []

    @Flag(help: "Write nothing; print how the output would change.")
    var check = false

    @Flag(help: "Replace files of the output that were edited by hand.")
    var overwrite = false

    @Option(help: "The folder of the specs. (default: Specs)", completion: .directory)
    var specs: String?

    @OptionGroup var layout: TemplateOptions

    @Option(
        help: "The folder that the clients are written into. (default: Generated)", completion: .directory)
    var output: String?

    @OptionGroup var reporting: ReportOptions

    func run() throws { try reporting.reporting { try run(&$0) } }

    private func run(_ report: inout Report) throws {
        let disk = Disk()
        let reader = try jobs(on: disk, &report)
        let outputs = try generate(reader, on: disk, &report)
        let plans = outputs.map { output in
            (
                output,
                OutputPlan(
                    output.files, in: OutputFolder(path: output.folder), overwrites: overwrite || check)
            )
        }
        for (output, plan) in plans { report.add(plan.obstacles, in: output.folder) }
        guard plans.allSatisfy(\.1.obstacles.isEmpty) else { throw ExitCode.notWritten }
        try check ? compare(plans, &report) : write(plans, &report)
    }

    /// A folder with its files.
    private typealias Output = (name: String, folder: String, files: [GeneratedFile])

    /// The configs to run; none where the folder of the specs is.
    private func configs(on disk: Disk) -> [String] {
        config.isEmpty && disk.exists("gen.yaml") ? ["gen.yaml"] : config
    }

    /// What there is to generate.
    private func jobs(on disk: Disk, _ report: inout Report) throws -> JobReader {
        var reader = JobReader(disk: disk, specs: specs ?? "Specs", output: output ?? "Generated")
        let configs = configs(on: disk)
        if configs.isEmpty {
            reader.addSpecs()
            if reader.jobs.isEmpty { report.add([.noService(in: reader.specs)]) }
        } else if specs != nil || output != nil {
            throw ValidationError(
                "--specs and --output have no effect on a gen.yaml, which says where the client goes")
        }
        for config in configs { reader.add(config) }
        reader.checkOutputs()
        if let faulty = reader.faulty { report.add(faulty) }
        report.add(reader.mistakes)
        guard !report.hasErrors else { throw ExitCode.invalidInput }
        return reader
    }

    /// The files of all clients. An error in any of them prevents all files from being written.
    private func generate(_ reader: JobReader, on disk: Disk, _ report: inout Report) throws -> [Output] {
        let (templates, pages, mistakes) = TemplateOptions.files(
            replacedBy: layout.templates ?? reader.templates, by: disk)
        report.add(mistakes)
        var pipeline = Pipeline(reader: disk, templates: templates, pages: pages)
        let generated = reader.jobs.map { job -> Output in
            let files = report.showingProgress(of: job.name) {
                switch job.request {
                case .package(let request): pipeline.generate(request)?.files
                case .sources(let service): pipeline.generate(service)
                }
            }
            return (job.name, job.output, files ?? [])
        }
        report.add(pipeline)
        guard !report.hasErrors else { throw ExitCode.invalidInput }
        return generated + gone(after: reader, on: disk)
    }

    /// The clients of services that are no longer below the specs.
    private func gone(after reader: JobReader, on disk: Disk) -> [Output] {
        guard configs(on: disk).isEmpty else { return [] }
        let kept = Set(reader.jobs.map { disk.identity(of: $0.output) })
        return disk.folders(in: reader.output).map { ($0, "\(reader.output)/\($0)", []) }
            .filter { !kept.contains(disk.identity(of: $0.folder)) }
    }

    private func compare(_ plans: [(Output, OutputPlan)], _ report: inout Report) throws {
        for (output, plan) in plans { report.add(result: plan.diff(prefix: output.folder)) }
        let outdated = plans.filter { !$0.1.isUpToDate }.map(\.0.folder)
        guard outdated.isEmpty else {
            report.add(outdated.map { .outdated($0) })
            throw ExitCode.outOfDate
        }
    }

    private func write(_ plans: [(Output, OutputPlan)], _ report: inout Report) throws {
        for (output, plan) in plans { report.add(plan.conflicts, in: output.folder) }
        guard plans.allSatisfy(\.1.conflicts.isEmpty) else { throw ExitCode.notWritten }
        for (output, plan) in plans where plan.fileCount > 0 || !plan.isUpToDate {
            try report.apply(plan, named: output.name, in: output.folder)
        }
    }
}
