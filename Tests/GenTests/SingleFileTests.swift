import Blocking
import Foundation
import Testing

/// A client as one file, for a module of others.
@Suite(.blocking) struct SingleFileTests {
    private static let document = Workspace.packageRoot.appendingPathComponent(
        "Specs/GenesysCloud/openapi.yaml"
    ).path

    private static func body(of text: String) -> String {
        text.components(separatedBy: "\n").drop {
            $0.isEmpty || $0.hasPrefix("// ") || $0.contains("import ")
        }
        .joined(separator: "\n")
    }

    @Test func holdsAllFiles() throws {
        let workspace = try Workspace()
        let single = try workspace.gen(
            "single-file", Self.document, "--output", "All.swift", "--name", "Journeys")
        #expect(single.status == 0, "\(single.errors)")
        #expect(single.output == "")
        let text = try #require(workspace.read("All.swift"))
        let package = try workspace.gen(
            ["generate", Self.document, "--output", "Out", "--name", "Journeys"] + Workspace.alone)
        #expect(package.status == 0, "\(package.errors)")
        let files = workspace.files("Out/Sources")
        #expect(files.count > 50)
        for file in files {
            let body = Self.body(of: try #require(workspace.read("Out/Sources/\(file)")))
            #expect(text.contains(body), "\(file)")
        }
        let imports = text.components(separatedBy: "\n").filter {
            $0.contains("import ") && !$0.hasPrefix("/")
        }
        #expect(
            imports == [
                "@_spi(Generated) public import APIOAuth", "@_spi(Generated) public import APIRuntime",
                "public import Foundation",
            ])
    }

    @Test func leavesAFileThatIsCurrentAsItIs() throws {
        let workspace = try Workspace()
        let arguments = ["single-file", Self.document, "--output", "A/All.swift", "--name", "Journeys"]
        try workspace.write("// old\n", to: "A/All.swift")
        #expect(try workspace.gen(arguments).status == 0)
        #expect(workspace.read("A/All.swift")?.contains("struct JourneysClient") == true)
        let dates = workspace.dates("A")
        #expect(try workspace.gen(arguments).status == 0)
        #expect(workspace.dates("A") == dates)
    }

    @Test func writesNothingOfADocumentWithErrors() throws {
        let workspace = try Workspace()
        try workspace.write("openapi: 3.1.0\npaths\n", to: "api.yaml")
        let run = try workspace.gen("single-file", "api.yaml", "--output", "All.swift", "--name", "Shop")
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("api.yaml:2:1: error: "))
        #expect(workspace.files(".") == [])
    }

    @Test func tellsWhereItCannotWrite() throws {
        let run = try Workspace().gen(
            "single-file", Self.document, "--output", "none/All.swift", "--name", "Journeys")
        #expect(run.status == 3)
        #expect(run.errors.contains("error: 'none/All.swift' cannot be written: "), "\(run.errors)")
    }

    @Test func refusesTheNameOfAModuleThatItImports() throws {
        let run = try Workspace().gen(
            "single-file", Self.document, "--output", "All.swift", "--name", "Foundation")
        #expect(run.status == 2)
        #expect(run.errors.contains("'Foundation' is the name of a module"), "\(run.errors)")
    }
}
