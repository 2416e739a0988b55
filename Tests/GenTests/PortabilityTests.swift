import Blocking
@testable import APIGenEmbeddedFiles
import Foundation
import Testing

/// The command needs nothing of this package but its binary.
@Suite(.blocking) struct PortabilityTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Shop, version: 1.0.0}
        paths:
          /orders:
            get: {operationId: listOrders, responses: {"204": {description: Done.}}}

        """

    @Test(arguments: [
        (folder: "here", output: "Out"), ("with spaces", "../Out put"), ("größer/語", "./Größe 2"),
        ("here", "/absolute out/語"),
    ])
    func runsAnywhere(folder: String, output: String) throws {
        let workspace = try Workspace()
        try workspace.copyTool(to: "bin of mine/gen")
        try workspace.write(Self.document, to: "\(folder)/spec of größe.yaml")
        let target = output.hasPrefix("/") ? workspace.path(output) : output
        let run = try workspace.run(
            "bin of mine/gen", ["generate", "spec of größe.yaml", "--output", target], in: folder,
            environment: ["HOME": workspace.path("empty")])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("Shop: "))
        #expect(run.errors == "")
        let place = output.hasPrefix("/") ? output : "\(folder)/\(output)"
        #expect(workspace.files(place).contains("Sources/Shop/ShopClient.swift"))
        #expect(workspace.all("empty") == [])
    }

    /// The files of the package are what the binary holds, and what one without them finds.
    @Test(arguments: [
        (folder: "Templates/Swift", prefix: ""), ("Templates/Markdown", ""), ("Templates/HTML", ""),
        ("Templates/DocC", ""),
        ("Templates/Tests", ""), ("Sources", "API"),
    ])
    func holdsTheFiles(folder: String, prefix: String) throws {
        let root = Workspace.packageRoot.appendingPathComponent(folder)
        let all = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
        let paths = all.filter { path in
            path.hasPrefix(prefix) && (path.hasSuffix(".swift") || path.hasSuffix(".mustache"))
        }.sorted()
        let embedded = EmbeddedFiles.embedded(below: folder)
        let checkedOut = EmbeddedFiles.checkedOut(below: folder).filter { $0.path.hasPrefix(prefix) }
        #expect(!paths.isEmpty)
        #expect(embedded.map(\.path).sorted() == paths)
        #expect(checkedOut.map(\.path) == embedded.map(\.path))
        #expect(checkedOut.map(\.text) == embedded.map(\.text))
        for file in embedded {
            let text = try String(contentsOf: root.appendingPathComponent(file.path), encoding: .utf8)
            #expect(Array(file.text.utf8) == Array(text.utf8), "\(file.path)")
        }
    }

    @Test func documentsTheFieldsOfTemplates() throws {
        let readme = try String(
            contentsOf: Workspace.packageRoot.appendingPathComponent("Templates/README.md"), encoding: .utf8)
        let fields = try Workspace().gen("templates", "fields").output
        #expect(fields.contains("| `operations` | a list of views, [OperationView](#operationview) |"))
        #expect(readme.hasSuffix("## Fields\n\n\(fields)"), "write what 'gen templates fields' says")
    }

    @Test(arguments: [
        ("zsh", "#compdef gen"), ("bash", "complete -o filenames -F _gen gen"), ("fish", "complete -c 'gen'"),
    ])
    func completes(shell: String, line: String) throws {
        let run = try Workspace().gen("--generate-completion-script", shell)
        #expect(run.status == 0)
        #expect(run.output.contains(line), "\(run.output.suffix(300))")
        #expect(run.output.contains("coverage"))
    }
}
