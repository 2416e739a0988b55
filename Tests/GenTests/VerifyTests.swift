import Blocking
import Foundation
import Testing

/// A package with tests against its document. `Tests/verify.sh` runs such tests.
@Suite(.blocking) struct VerifyTests {
    private static let parts = """
        components:
          schemas: {Pet: {type: object, required: [name], properties: {name: {type: string, example: Rex}}}}
        """
    private static let document = """
        openapi: 3.1.0
        info: {title: Pets, version: 1.0.0}
        servers: [{url: https://example.com}]
        paths:
          /pets:
            get:
              operationId: listPets
              tags: [pets]
              responses:
                "200":
                  description: All pets.
                  content:
                    application/json:
                      schema: {type: array, items: {$ref: "parts/pets.yaml#/components/schemas/Pet"}}
        """

    @Test func holdsTheDocumentAndATestOfEachOperation() throws {
        let workspace = try Workspace()
        try workspace.write(Self.document, to: "specs/api.yaml")
        try workspace.write(Self.parts, to: "specs/parts/pets.yaml")
        let run = try workspace.gen(["verify", "specs/api.yaml", "--output", "Out"] + Workspace.alone)
        #expect(run.status == 0, "\(run.errors)")
        let files = workspace.files("Out/Tests/PetsTests")
        #expect(files.sorted() == ["PetsAPITests.swift", "Service.swift"])
        let tests = workspace.read("Out/Tests/PetsTests/PetsAPITests.swift") ?? ""
        #expect(tests.contains("@Test func listPets() async throws {"))
        #expect(tests.contains(##"let answer = #"[{"name": "Rex"}]"#"##))
        #expect(workspace.read("Out/Package.swift")?.contains("name: \"PetsTests\"") == true)
        let bundle = try JSONSerialization.jsonObject(
            with: Data((workspace.read("Out/Tests/PetsTests/Document.json") ?? "").utf8))
        let object = try #require(bundle as? [String: Any])
        #expect(object["entry"] as? String == "api.yaml")
        let names = (object["files"] as? [String: Any])?.keys.sorted()
        #expect(names == ["api.yaml", "parts/pets.yaml"])
    }
}
