import ArgumentParser
import Generator
import SourceText

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

    @Option(help: "The folder of the specs.")
    var specs = "Specs"

    @Option(help: "The folder of the templates.")
    var templates = "Templates/Swift"

    @Option(help: "The folder that the clients are written into.")
    var output = "Generated"

    func run() throws {
        let outputs = try generate()
        let plans = outputs.map { service, files in
            let folder = OutputFolder(path: "\(output)/\(service)")
            return (service, OutputPlan(files, in: folder, overwrites: overwrite || check))
        }
        for (service, plan) in plans { Console.report(plan.obstacles, in: "\(output)/\(service)") }
        guard plans.allSatisfy(\.1.obstacles.isEmpty) else { throw ExitCode.notWritten }
        try check ? compare(plans) : write(plans)
    }

    /// The files of all services. An error in any of them prevents all files from being written.
    private func generate() throws -> [(service: String, files: [GeneratedFile])] {
        let disk = Disk()
        let services = disk.services(in: specs)
        var pipeline = Pipeline(reader: disk, templates: disk.files(in: templates, suffix: ".mustache"))
        let generated = services.map { (service: $0.name, files: pipeline.generate($0)) }
        Console.report(pipeline)
        guard !services.isEmpty else {
            Console.error("error: there is no service in '\(specs)': no folder there holds an openapi.yaml\n")
            throw ExitCode.invalidInput
        }
        guard !pipeline.diagnostics.hasErrors else { throw ExitCode.invalidInput }
        let gone = disk.folders(in: output).filter { name in !services.contains { $0.name == name } }
        return generated.map { ($0.service, $0.files ?? []) } + gone.map { ($0, []) }
    }

    private func compare(_ plans: [(service: String, plan: OutputPlan)]) throws {
        for (service, plan) in plans {
            print(plan.diff(prefix: "\(output)/\(service)"), terminator: "")
        }
        guard plans.allSatisfy(\.plan.isUpToDate) else {
            Console.error("error: '\(output)' is not what the specs give; run 'swift run gen'\n")
            throw ExitCode.outOfDate
        }
    }

    private func write(_ plans: [(service: String, plan: OutputPlan)]) throws {
        for (service, plan) in plans {
            Console.report(plan.conflicts, in: "\(output)/\(service)")
        }
        guard plans.allSatisfy(\.plan.conflicts.isEmpty) else { throw ExitCode.notWritten }
        for (service, plan) in plans where plan.fileCount > 0 || !plan.isUpToDate {
            try Console.apply(plan, named: service, in: "\(output)/\(service)")
        }
    }
}
