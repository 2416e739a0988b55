import Blocking
import Foundation
import Testing

/// What the README says about correcting a document, tried.
@Suite(.blocking) struct ReadmeTests {
    private let document = """
        openapi: 3.1.0
        info:
          title: Pet store
          version: 1.0.0
        paths:
          /pets:
            get:
              parameters:
                - name: limit
                  in: query
                  schema:
                    type: integer
              responses:
                "200":
                  description: The pets.
                  content:
                    application/json:
                      schema:
                        $ref: "#/components/schemas/Pet"
            delete:
              x-internal: true
              responses:
                "204":
                  description: Done.
        components:
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                name:
                  type: string
          securitySchemes:
            device:
              type: mutualTLS
        security:
          - device: []

        """

    /// The files among the README's examples, which begin with their names.
    private func examples() throws -> [(name: String, text: String)] {
        let readme = try String(
            contentsOf: Workspace.packageRoot.appendingPathComponent("README.md"), encoding: .utf8)
        return readme.components(separatedBy: "```yaml\n# ").dropFirst().compactMap { part in
            guard let text = part.components(separatedBy: "```").first else { return nil }
            let name = text.prefix { $0 != "\n" }
            return (String(name), String(text.dropFirst(name.count + 1)))
        }
    }

    @Test func correctsADocument() throws {
        let workspace = try Workspace()
        let examples = try examples()
        #expect(examples.map(\.name).starts(with: ["gen.yaml", "limits.overlay.yaml"]))
        for example in examples { try workspace.write(example.text, to: example.name) }
        try workspace.write(document, to: "petstore.yaml")
        let run = try workspace.gen("generate", "petstore.yaml", "--config", "gen.yaml", "--output", "Out")
        #expect(run.status == 0, "\(run.errors)")
        let methods = workspace.read("Out/Sources/PetStore/General/GeneralAPI.swift")
        #expect(methods?.contains("At most 100.") == true)
        #expect(methods?.contains("Pet") == true)
        #expect(methods?.contains("delete") == false)
        let pet = workspace.read("Out/Sources/PetStore/Models/Pet.swift")
        #expect(pet?.contains("var name: String?") == true)
        let warnings = run.errors.split(separator: "\n").filter { $0.contains("warning:") }
        #expect(warnings == [])
    }

    /// The commands of the sections about `gen`, such as `generate petstore.yaml --output Petstore`.
    private func commands() throws -> [String] {
        let readme = try String(
            contentsOf: Workspace.packageRoot.appendingPathComponent("README.md"), encoding: .utf8)
        let sections = readme.components(separatedBy: "\n## ").filter { section in
            ["Run it\n", "Or take any document\n"].contains { section.hasPrefix($0) }
        }
        #expect(sections.count == 2)
        return sections.flatMap { $0.components(separatedBy: "\n") }.compactMap { line in
            line.hasPrefix("    gen ") ? String(line.dropFirst("    gen ".count)) : nil
        }
    }

    @Test func runsItsCommands() throws {
        let workspace = try Workspace()
        try workspace.write(document, to: "petstore.yaml")
        let commands = try commands()
        #expect(commands.count >= 7)
        for command in commands {
            let arguments = command.prefix { $0 != ">" }.split(separator: " ").map(String.init)
            let run = try workspace.gen(arguments)
            #expect(run.status == 0, "\(command): \(run.errors)")
        }
    }

    /// What the README tells to build is what is built and run before each change.
    @Test func buildsARelease() throws {
        let command = "swift build -c release --product gen --static-swift-stdlib"
        for path in ["README.md", ".ci/run"] {
            let text = try String(
                contentsOf: Workspace.packageRoot.appendingPathComponent(path), encoding: .utf8)
            let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(lines.contains(command), "\(path)")
        }
    }

    /// Operations as the vendors of the README's overlays describe them.
    private static let lists = [
        "asana": (
            path: "/projects", parameter: "offset",
            schema: """
            {type: object, properties: {data: {type: array, items: {type: string}},
            next_page: {type: object, properties: {offset: {type: string}}}}}
            """
        ),
        "twilio": (
            path: "/2010-04-01/Accounts/{AccountSid}/Messages.json", parameter: "PageToken",
            schema: """
            {type: object, properties: {messages: {type: array, items: {type: string}},
            next_page_uri: {type: string}}}
            """
        ),
        "discord": (
            path: "/channels/{channel_id}/messages", parameter: "before",
            schema: """
            {type: [array, "null"], items: {type: object, required: [id], properties: {id: {type: string}}}}
            """
        ),
    ]

    @Test(arguments: lists.keys.sorted()) func findsPages(vendor: String) throws {
        let workspace = try Workspace()
        let (path, parameter, schema) = try #require(Self.lists[vendor])
        let overlay = try #require(try examples().first { $0.name == "\(vendor).overlay.yaml" })
        try workspace.write(overlay.text, to: overlay.name)
        try workspace.write(
            """
            openapi: 3.1.0
            info: {title: Vendor, version: "1"}
            paths:
              \(path):
                get:
                  operationId: list
                  parameters: [{name: \(parameter), in: query, schema: {type: string}}]
                  responses:
                    "200":
                      description: A page.
                      content:
                        application/json:
                          schema: \(schema.replacing("\n", with: " "))

            """, to: "vendor.yaml")
        let run = try workspace.gen(
            "generate", "vendor.yaml", "--overlay", overlay.name, "--output", "Out")
        #expect(run.status == 0, "\(run.errors)")
        let methods = workspace.read("Out/Sources/Vendor/General/GeneralAPI.swift")
        #expect(methods?.contains("func listPages(") == true)
    }

    @Test func runsAConfig() throws {
        let workspace = try Workspace()
        let config = try #require(try examples().first { $0.name == "Clients/gen.yaml" })
        try workspace.write(config.text, to: config.name)
        try workspace.write(
            document.replacing("type: mutualTLS", with: "{type: http, scheme: bearer}")
                .replacing("device:\n      {", with: "device: {"), to: "petstore.yaml")
        let run = try workspace.gen("--config", config.name)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try workspace.gen("--check", "--config", config.name).status == 0)
        let client = workspace.read("Clients/PetClient/Sources/PetClient/PetClientClient.swift")
        #expect(client?.hasPrefix("// Copyright 2026 Example.\n") == true)
        #expect(client?.contains("public import PetClientAPIRuntime\n") == true)
        let folders = Set(
            workspace.files("Clients/PetClient/Sources").compactMap { $0.split(separator: "/").first })
        #expect(
            folders.sorted() == [
                "PetClient", "PetClientAPIPatterns", "PetClientAPIRuntime", "PetClientAPIRuntimeTesting",
            ])
    }

    @Test func countsWhatIsGivenUp() throws {
        let workspace = try Workspace()
        for example in try examples() { try workspace.write(example.text, to: example.name) }
        try workspace.write(document, to: "petstore.yaml")
        let arguments = ["coverage", "petstore.yaml", "--config", "gen.yaml"]
        let run = try workspace.gen(arguments)
        #expect(run.status == 0, "\(run.errors)")
        let rows = run.output.split(separator: "\n").map { $0.split(separator: " ") }
        let column = try #require(rows.first?.firstIndex(of: "waived"))
        // The header has no word above the names of the rows.
        #expect(rows.last?[column + 1] == "2")

        let bearer = document.replacing("mutualTLS", with: "http\n      scheme: bearer")
        try workspace.write(bearer, to: "petstore.yaml")
        try workspace.write(
            "waive:\n  - {at: petstore.yaml#/components/schemas/Pet, because: None.}\n", to: "gen.yaml")
        let idle = try workspace.gen(arguments)
        #expect(idle.status == 2)
        #expect(idle.errors.contains("gen.yaml:2:10: error: nothing is given up there; remove the waiver"))
    }
}
