import ArgumentParser
import Foundation
import Generator
import SourceText

@main
struct Gen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gen",
        abstract: "Makes Swift clients of OpenAPI documents.",
        discussion: """
            Each folder below the specs that holds an openapi.yaml (or .yml, .json) is a service; its client is
            written into the folder of the same name below the output.

            Exit codes: 0 all is well, 1 --check found the output out of date, 2 a document or a template has \
            errors, 3 the output could not be written, 64 the arguments are wrong.
            """,
    )

    @Flag(help: "Write nothing; print how the output differs from what the specs give.")
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
        try check ? compare(plans) : write(plans)
    }

    /// The files of every service. Nothing is written while any of them has an error.
    private func generate() throws -> [(service: String, files: [GeneratedFile])] {
        let disk = Disk()
        let services = disk.services(in: specs)
        var pipeline = Pipeline(reader: disk, templates: disk.files(in: templates, suffix: ".mustache"))
        let generated = services.map { (service: $0.name, files: pipeline.generate($0)) }
        let renderer = DiagnosticRenderer(files: pipeline.files, usesColor: Console.showsColor)
        Console.error(renderer.render(pipeline.diagnostics))
        guard !services.isEmpty else {
            Console.error("error: there is no service in '\(specs)': no folder there holds an openapi.yaml\n")
            throw ExitCode(2)
        }
        guard !pipeline.diagnostics.hasErrors else { throw ExitCode(2) }
        let gone = disk.folders(in: output).filter { name in !services.contains { $0.name == name } }
        return generated.map { ($0.service, $0.files ?? []) } + gone.map { ($0, []) }
    }

    private func compare(_ plans: [(service: String, plan: OutputPlan)]) throws {
        for (service, plan) in plans {
            print(plan.diff(prefix: "\(output)/\(service)"), terminator: "")
        }
        guard plans.allSatisfy(\.plan.isUpToDate) else {
            Console.error("error: '\(output)' is not what the specs give; run 'swift run gen'\n")
            throw ExitCode(1)
        }
    }

    private func write(_ plans: [(service: String, plan: OutputPlan)]) throws {
        for (service, plan) in plans {
            for conflict in plan.conflicts { report(conflict, of: service) }
        }
        guard plans.allSatisfy(\.plan.conflicts.isEmpty) else { throw ExitCode(3) }
        for (service, plan) in plans where plan.fileCount > 0 || !plan.isUpToDate {
            do {
                try plan.apply()
            } catch {
                Console.error("error: '\(output)/\(service)' cannot be written: \(error)\n")
                throw ExitCode(3)
            }
            let counts = "\(plan.writtenPaths.count) written, \(plan.deletedPaths.count) deleted"
            print("\(service): \(plan.fileCount) files, \(plan.isUpToDate ? "up to date" : counts)")
        }
    }

    private func report(_ conflict: OutputPlan.Conflict, of service: String) {
        let fate = conflict.isStillGenerated ? "would be replaced" : "is no longer generated"
        Console.error(
            """
            error: '\(output)/\(service)/\(conflict.path)' \(fate), but it is not as the generator wrote it; \
            move your changes elsewhere, or run with --overwrite

            """)
    }
}
