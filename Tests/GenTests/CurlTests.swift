import APIRuntimeTesting
import Blocking
import Foundation
import Testing

/// The commands of curl in explorers send requests that the documents describe.
@Suite(.blocking) struct CurlTests {
    @Test(arguments: [
        ("Specs/GenesysCloud/openapi.yaml", 29), ("Specs/SnapTrade/openapi.yaml", 7),
        ("Tests/GeneratorTests/Cases/pages/spec.yaml", 7),
        ("Tests/GeneratorTests/Cases/form-bodies/spec.yaml", 5),
        ("Tests/GeneratorTests/Cases/parameter-styles/spec.yaml", 3),
    ])
    func sendWhatTheDocumentDescribes(path: String, count: Int) async throws {
        let (html, bundle) = try explorer(of: Workspace.packageRoot.appendingPathComponent(path))
        let commands = html.matches(of: /<summary>curl<\/summary>\n<pre>\n((?s).*?)<\/pre>/).map(\.1)
        #expect(commands.count == count)
        for command in commands {
            let text = Self.text(ofHTML: String(command))
            let request = try #require(CurlCommand(text).request, "\(text)")
            let service = try DocumentedService(bundle: bundle)
            _ = try await service.send(request)
            #expect(service.findings == [], "\(text)")
        }
    }

    private func explorer(of document: URL) throws -> (html: String, bundle: Data) {
        let workspace = try Workspace(copying: document.deletingLastPathComponent())
        let text = try String(contentsOf: document, encoding: .utf8)
            // An example has what is required.
            .replacing(/in: (query|cookie|header), style/) { "in: \($0.1), required: true, style" }
        try workspace.write(text, to: "api.yaml")
        try workspace.write(
            """
            document: api.yaml
            package: Client
            module: Explored
            documentation: [explorer]
            runtime: {url: "https://github.com/example/swift-api-gen", version: 1.0.0}
            rules: {unaccounted: warn}
            """, to: "gen.yaml")
        let run = try workspace.gen(["--config", "gen.yaml"])
        #expect(run.status == 0, "\(run.errors)")
        let options = ["verify", "api.yaml", "--output", "Tests", "--name", "Verified"]
        let tests = try workspace.gen(options + ["--rule", "unaccounted=warn"] + Workspace.alone)
        #expect(tests.status == 0, "\(tests.errors)")
        return (
            try #require(workspace.read("Client/Documentation/Explorer.html")),
            Data(try #require(workspace.read("Tests/Tests/VerifiedTests/Document.json")).utf8)
        )
    }

    private static func text(ofHTML html: String) -> String {
        html.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&")
    }
}
