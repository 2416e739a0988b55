import ArgumentParser
import APIGenerator
import APIGenSourceText

/// Updates the generated clients of all services. It is the default command.
struct Update: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the clients of all services up to date.",
        discussion: """
            Each folder below the specs that holds an openapi.yaml (or .yml, .json) is a service; its client is
            written into the folder of the same name below the output. A gen.yaml beside the document holds its \
            options.
            """,
    )

    @Flag(help: "Write nothing; print how the output would change.")
    var check = false

    @Flag(help: "Replace files of the output that were edited by hand.")
    var overwrite = false

    @Option(help: "The folder of the specs.", completion: .directory)
    var specs = "Specs"

    @OptionGroup var layout: TemplateOptions

    @Option(help: "The folder that the clients are written into.", completion: .directory)
    var output = "Generated"

    @OptionGroup var reporting: ReportOptions

    func run() throws { try reporting.reporting { try run(&$0) } }

    private func run(_ report: inout Report) throws {
        let outputs = try generate(&report)
        let plans = outputs.map { service, files in
            let folder = OutputFolder(path: "\(output)/\(service)")
            return (service, OutputPlan(files, in: folder, overwrites: overwrite || check))
        }
        for (service, plan) in plans { report.add(plan.obstacles, in: "\(output)/\(service)") }
        guard plans.allSatisfy(\.1.obstacles.isEmpty) else { throw ExitCode.notWritten }
        try check ? compare(plans, &report) : write(plans, &report)
    }

    /// The files of all services. An error in any of them prevents all files from being written.
    private func generate(_ report: inout Report) throws -> [(service: String, files: [GeneratedFile])] {
        let disk = Disk()
        let services = disk.services(in: specs)
        let (templates, mistakes) = TemplateOptions.files(replacedBy: layout.templates, by: disk)
        report.add(mistakes)
        var pipeline = Pipeline(reader: disk, templates: templates)
        let generated = services.map { service in
            let files = report.showingProgress(of: service.name) { pipeline.generate(service) }
            return (service: service.name, files: files)
        }
        report.add(pipeline)
        if services.isEmpty { report.add([.noService(in: specs)]) }
        guard !report.hasErrors else { throw ExitCode.invalidInput }
        let gone = disk.folders(in: output).filter { name in !services.contains { $0.name == name } }
        return generated.map { ($0.service, $0.files ?? []) } + gone.map { ($0, []) }
    }

    private func compare(_ plans: [(service: String, plan: OutputPlan)], _ report: inout Report) throws {
        for (service, plan) in plans {
            report.add(result: plan.diff(prefix: "\(output)/\(service)"))
        }
        guard plans.allSatisfy(\.plan.isUpToDate) else {
            report.add([.outdated(output)])
            throw ExitCode.outOfDate
        }
    }

    private func write(_ plans: [(service: String, plan: OutputPlan)], _ report: inout Report) throws {
        for (service, plan) in plans {
            report.add(plan.conflicts, in: "\(output)/\(service)")
        }
        guard plans.allSatisfy(\.plan.conflicts.isEmpty) else { throw ExitCode.notWritten }
        for (service, plan) in plans where plan.fileCount > 0 || !plan.isUpToDate {
            try report.apply(plan, named: service, in: "\(output)/\(service)")
        }
    }
}
