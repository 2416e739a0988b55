import Blocking
import Foundation
import Testing

/// Swift hashes with another seed in each process, and file systems list in any order: none of it shows.
@Suite(.blocking) struct RepeatedRunTests {
    private static let documents = Workspace.packageRoot.appendingPathComponent("Tests/Documents")

    @Test(arguments: [
        "bookings.json", "library/openapi.yaml", "sensors.yaml", "shipments.yaml", "recovered.yaml",
    ])
    func givesTheSameBytesFromAnyFolder(document: String) throws {
        let workspace = try Workspace()
        let path = Self.documents.appendingPathComponent(document).path
        let first = try run(path, in: workspace, from: ".", to: "a")
        #expect(first.files.count > 1)
        for folder in ["b", "c", "d"] {
            #expect(try run(path, in: workspace, from: ".", to: folder) == first)
        }
        let deeper = try run(path, in: workspace, from: "e/f", to: "../../g")
        #expect(deeper == first)
    }

    @Test func updatesNothingFromAnotherFolder() throws {
        let workspace = try Workspace()
        for name in ["bookings.json", "sensors.yaml"] {
            let bytes = try Data(contentsOf: Self.documents.appendingPathComponent(name))
            let service = name.prefix { $0 != "." }
            let path = "Specs/\(service)/openapi.\(name.split(separator: ".")[1])"
            try workspace.write(bytes, to: path)
            let rules = "rules: {unread-media-type: allow, unknown-field: allow}\n"
            try workspace.write(rules, to: "Specs/\(service)/gen.yaml")
        }
        let first = try workspace.gen()
        #expect(first.status == 0, "\(first.errors)")
        let arguments = ["--check", "--specs", "../../Specs", "--output", "../../Generated"]
        for folder in ["a/b", "c/d"] {
            let run = try workspace.gen(arguments, in: folder)
            #expect(run.status == 0)
            #expect(run.output == "")
        }
    }

    /// What a run leaves, and what it says.
    private struct Outcome: Equatable {
        let files: [String: String]
        let errors: String
    }

    private func run(
        _ document: String,
        in workspace: Workspace,
        from folder: String,
        to output: String,
    ) throws -> Outcome {
        let arguments = ["generate", document, "--output", output]
        let run = try workspace.gen(arguments, in: folder)
        #expect(run.status == 0)
        let root = output.split(separator: "/").last.map(String.init) ?? output
        let files = workspace.files(root).map { ($0, workspace.read("\(root)/\($0)") ?? "") }
        return Outcome(files: Dictionary(files) { first, _ in first }, errors: run.errors)
    }
}
