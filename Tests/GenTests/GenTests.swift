import Blocking
import Foundation
import Testing

@Suite(.blocking) struct GenTests {
    private let spec = """
        openapi: 3.1.0
        info:
          title: Shop
          version: 1.0.0
        paths:
          /orders:
            get:
              operationId: listOrders
              tags: [Orders]
              parameters:
                - name: pageSize
                  in: query
                  schema:
                    type: integer
              responses:
                "200":
                  description: The order.
                  content:
                    application/json:
                      schema:
                        $ref: "#/components/schemas/Order"
        components:
          schemas:
            Order:
              type: object
              properties:
                id:
                  type: string
                item:
                  $ref: "#/components/schemas/Item"
            Item:
              type: object
              properties:
                count:
                  type: integer

        """

    private let files = [
        "Models/Item.swift", "Models/Order.swift", "Orders/OrdersAPI.swift", "ShopClient.swift",
    ]

    @Test func writesOnceAndNeverAgain() throws {
        let workspace = try Workspace(spec: spec)
        let first = try workspace.gen()
        #expect(first.status == 0)
        #expect(first.output == "Shop: 4 files, 4 written, 0 deleted\n")
        #expect(workspace.files("Generated/Shop") == files)
        let dates = workspace.dates("Generated")
        let second = try workspace.gen()
        #expect(second.output == "Shop: 4 files, up to date\n")
        #expect(workspace.dates("Generated") == dates)
        let check = try workspace.gen("--check")
        #expect(check.status == 0)
        #expect(check.output == "")
    }

    @Test func checkShowsTheLinesThatChange() throws {
        let workspace = try Workspace(spec: spec)
        _ = try workspace.gen()
        let before = workspace.read("Generated/Shop/Orders/OrdersAPI.swift")
        try workspace.write(spec.replacing("pageSize", with: "limit"), to: "Specs/Shop/openapi.yaml")
        let check = try workspace.gen("--check")
        #expect(check.status == 1)
        #expect(check.errors.contains("run gen without --check"))
        let lines = check.output.split(separator: "\n").map(String.init)
        #expect(
            Array(lines.prefix(2)) == [
                "--- a/Generated/Shop/Orders/OrdersAPI.swift", "+++ b/Generated/Shop/Orders/OrdersAPI.swift",
            ])
        let removed = lines.dropFirst(2).filter { $0.hasPrefix("-") }
        let added = lines.dropFirst(2).filter { $0.hasPrefix("+") }
        #expect(!removed.isEmpty)
        #expect(removed.allSatisfy { $0.contains("pageSize") })
        #expect(added == removed.map { "+" + $0.dropFirst().replacing("pageSize", with: "limit") })
        #expect(workspace.read("Generated/Shop/Orders/OrdersAPI.swift") == before)
    }

    @Test func removingASchemaRemovesOneFile() throws {
        let workspace = try Workspace(spec: spec)
        _ = try workspace.gen()
        let smaller = spec.replacing(##"$ref: "#/components/schemas/Item""##, with: "type: string")
        try workspace.write(smaller, to: "Specs/Shop/openapi.yaml")
        let run = try workspace.gen()
        #expect(run.output == "Shop: 3 files, 1 written, 1 deleted\n")
        #expect(workspace.files("Generated/Shop") == files.filter { $0 != "Models/Item.swift" })
    }

    @Test func leavesEditedFilesAlone() throws {
        let workspace = try Workspace(spec: spec)
        _ = try workspace.gen()
        try workspace.write("// mine\n", to: "Generated/Shop/Models/Order.swift")
        let refused = try workspace.gen()
        #expect(refused.status == 3)
        #expect(refused.errors.contains("Generated/Shop/Models/Order.swift"))
        #expect(refused.errors.contains("--overwrite"))
        #expect(workspace.read("Generated/Shop/Models/Order.swift") == "// mine\n")
        #expect(try workspace.gen("--check").status == 1)
        #expect(try workspace.gen("--overwrite").status == 0)
        #expect(workspace.read("Generated/Shop/Models/Order.swift")?.contains("struct Order") == true)
    }

    @Test func leavesForeignFilesAlone() throws {
        let workspace = try Workspace(spec: spec)
        try workspace.write("// mine\n", to: "Generated/Shop/Models/Item.swift")
        try workspace.write("// mine too\n", to: "Generated/Shop/Models/Extra.swift")
        #expect(try workspace.gen().status == 3)
        #expect(workspace.read("Generated/Shop/Models/Item.swift") == "// mine\n")
        try workspace.delete("Generated/Shop/Models/Item.swift")
        #expect(try workspace.gen().status == 0)
        #expect(workspace.read("Generated/Shop/Models/Extra.swift") == "// mine too\n")
    }

    @Test func removesAServiceThatIsGone() throws {
        let workspace = try Workspace(spec: spec)
        try workspace.write(spec, to: "Specs/Store/openapi.yaml")
        _ = try workspace.gen()
        try workspace.write("// mine\n", to: "Generated/Store/Mine.swift")
        try workspace.delete("Specs/Store")
        #expect(try workspace.gen("--check").status == 1)
        #expect(try workspace.gen().output.contains("Store: 0 files, 0 written, 4 deleted\n"))
        #expect(workspace.files("Generated/Store") == ["Mine.swift"])
        #expect(workspace.files("Generated/Shop") == files)
    }

    @Test func writesNothingWhileThereIsAnError() throws {
        let workspace = try Workspace(spec: spec.replacing("type: integer", with: "type: int"))
        try workspace.write(spec, to: "Specs/Store/openapi.yaml")
        let run = try workspace.gen()
        #expect(run.status == 2)
        #expect(run.errors.contains("Specs/Shop/openapi.yaml:14:19: error: 'int' is not a type"))
        #expect(workspace.files("Generated").isEmpty)
    }

    @Test func saysWhatIsMissing() throws {
        let run = try Workspace().gen()
        #expect(run.status == 2)
        #expect(run.errors.contains("there is no service in 'Specs'"))
        #expect(try Workspace().gen("--chekc").status == 64)
    }
}

@Suite(.blocking) struct GenerateTests {
    private let document = """
        openapi: 3.0.1
        info:
          title: Pet store (2)
          version: 1.0.0
        paths:
          /pets:
            get:
              operationId: listPets
              sumary: List
              responses:
                "200":
                  description: Done.

        """

    @Test func makesAPackage() throws {
        let workspace = try Workspace()
        try workspace.write(document, to: "pets.yml")
        let run = try workspace.gen(["generate", "pets.yml", "--output", "Out"] + Workspace.alone)
        #expect(run.status == 0)
        #expect(run.output == "PetStore2: 3 files, 3 written, 0 deleted\n")
        #expect(run.errors.contains("pets.yml:9:7: warning: unknown field 'sumary' in an operation"))
        let sources = ["General/GeneralAPI.swift", "PetStore2Client.swift"].map { "Sources/PetStore2/\($0)" }
        #expect(workspace.files("Out") == ["Package.swift"] + sources)
        let dependency =
            #".package(url: "https://github.com/example/swift-api-gen", from: "1.0.0", traits: [])"#
        #expect(workspace.read("Out/Package.swift")?.contains(dependency) == true)
    }

    @Test(arguments: ["a", "ä", "語"])
    func shortensNamesThatNoDiskTakes(letter: String) throws {
        let workspace = try Workspace()
        let word = String(repeating: letter, count: 5000)
        let tag = "operationId: \(word)\n      tags: [\(word)]"
        try workspace.write(document.replacing("operationId: listPets", with: tag), to: "pets.yml")
        let run = try workspace.gen(["generate", "pets.yml", "--output", "Out"] + Workspace.alone)
        #expect(run.status == 0, "\(run.errors.suffix(500))")
        #expect(workspace.files("Out").count == 3)
    }

    @Test func saysWhyNothingCanBeWritten() throws {
        let workspace = try Workspace()
        try workspace.write(document, to: "pets.yml")
        let run = try workspace.gen("generate", "pets.yml", "--output", "pets.yml/Out")
        #expect(run.status == 3)
        #expect(
            run.errors.contains(
                "error: 'pets.yml/Out' cannot be written: Not a directory [unwritable-output]\n"))
    }

    @Test func takesRulesByTheirLevel() throws {
        let workspace = try Workspace()
        try workspace.write(document, to: "pets.yml")
        let base = ["generate", "pets.yml", "--output", "Out"]
        #expect(try workspace.gen(base + ["--strict"]).status == 2)
        #expect(try workspace.gen(base + ["--rule", "unknown-field=error"]).status == 2)
        let quiet = try workspace.gen(base + ["--strict", "--rule", "unknown-field=allow", "--name", "Pets"])
        #expect(quiet.status == 0)
        #expect(quiet.errors == "")
        #expect(quiet.output.hasPrefix("Pets: "))
        #expect(try workspace.gen(["generate", "none.yml", "--output", "Out"]).status == 2)
    }

    @Test(arguments: [
        ("unknown-field=loud", "'loud' is not a level; it must be one of error, warn, allow"),
        ("unknwon-field=allow", "unknown rule 'unknwon-field'; did you mean 'unknown-field'?"),
        ("unknown-field", "it has to be as 'unknown-field=allow'"),
    ])
    func refusesRulesThatAreNone(rule: String, message: String) throws {
        let run = try Workspace().gen("generate", "pets.yml", "--output", "Out", "--rule", rule)
        #expect(run.status == 64)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test func takesAConfig() throws {
        let workspace = try Workspace()
        try workspace.write(document, to: "pets.yml")
        let base = ["generate", "pets.yml", "--output", "Out"]
        try workspace.write("rules:\n  unknown-field: error\n", to: "gen.yaml")
        #expect(try workspace.gen(base).status == 0, "a config is named, not found")
        #expect(try workspace.gen(base + ["--config", "gen.yaml"]).status == 2)
        let allowed = try workspace.gen(
            base + ["--config", "gen.yaml", "--rule", "unknown-field=allow", "--strict"])
        #expect(allowed.status == 0, "the command line goes before the config")
        let missing = try workspace.gen(base + ["--config", "none.yaml"])
        #expect(missing.status == 2)
        #expect(missing.errors.contains("there is no file 'none.yaml'"))
    }

    @Test func takesMoreFromAConfigThanTheCommandSays() throws {
        let workspace = try Workspace()
        try workspace.write(document, to: "pets.yml")
        try workspace.write("{{name}} of mine\n", to: "Mine/Package.mustache")
        let config = """
            module: Zoo
            runtime: {url: "https://github.com/example/runtime.git", version: 1.2.0}
            packages:
              - {path: ../Geo, products: [Geography]}
              - {url: "https://github.com/example/ulid-kit.git", version: 2.0.0, products: [ULIDKit, ULIDCoding]}

            """
        try workspace.write(config, to: "gen.yaml")
        let base = ["generate", "pets.yml", "--output", "Out", "--config", "gen.yaml"]
        #expect(try workspace.gen(base).output.hasPrefix("Zoo: "))
        let manifest = workspace.read("Out/Package.swift") ?? ""
        let lines = [
            #".package(url: "https://github.com/example/runtime.git", from: "1.2.0", traits: []),"#,
            #".package(name: "Geography", path: "../Geo"),"#,
            #".package(url: "https://github.com/example/ulid-kit.git", from: "2.0.0"),"#,
            #".product(name: "APIRuntime", package: "runtime"),"#,
            #".product(name: "Geography", package: "Geography"),"#,
            #".product(name: "ULIDKit", package: "ulid-kit"),"#,
            #".product(name: "ULIDCoding", package: "ulid-kit"),"#,
        ]
        for line in lines { #expect(manifest.contains(line)) }
        try workspace.write(config + "templates: Mine\n", to: "gen.yaml")
        let copies = try workspace.gen(base + ["--with", "APIRuntimeTesting"])
        #expect(copies.status == 64)
        #expect(copies.errors.contains("'--with' is for copies, and the config has another 'runtime'"))
        let other = ["--name", "Pets", "--runtime", "vendored"]
        #expect(try workspace.gen(base + other).output.hasPrefix("Pets: "))
        #expect(workspace.read("Out/Package.swift") == "\"Pets\" of mine\n")
        #expect(workspace.all("Out/Sources").contains("PetsAPIRuntime"))
    }

    @Test func takesTheConfigBesideADocumentOfOurs() throws {
        let workspace = try Workspace(spec: document)
        try workspace.write(document, to: "Specs/Store/openapi.yaml")
        try workspace.write("rules: {unknown-field: warn}\n", to: "Specs/Shop/gen.yaml")
        let run = try workspace.gen()
        #expect(run.status == 2)
        #expect(run.errors.contains("Specs/Shop/openapi.yaml:9:7: warning: unknown field 'sumary'"))
        #expect(run.errors.contains("Specs/Store/openapi.yaml:9:7: error: unknown field 'sumary'"))
    }
}

/// Documents that are made to be slow, to crash, or to lie.
@Suite(.blocking) struct HostileDocumentTests {
    private static let laughs =
        "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        + (1...12).map { level in
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            return "a\(level): &a\(level) [\(aliases)]\n"
        }.joined()

    static let documents: [(name: String, bytes: Data, code: String)] = [
        ("brackets", Data(repeating: UInt8(ascii: "["), count: 50_000), "nested-too-deeply"),
        ("braces", Data(String(repeating: "{a: ", count: 50_000).utf8), "nested-too-deeply"),
        ("laughs", Data(laughs.utf8), "expands-too-far"),
        (
            "encoding", Data("openapi: 3.1.0\ninfo: \u{FF}".utf8.dropLast(2)) + Data([0xFF, 0xFE]),
            "invalid-utf8"
        ),
        ("nothing", Data(), "empty-document"),
        ("comment", Data("# nothing here\n".utf8), "empty-document"),
    ]

    @Test(arguments: documents.map(\.name))
    func endsInADiagnostic(name: String) throws {
        let document = try #require(Self.documents.first { $0.name == name })
        let workspace = try Workspace()
        try workspace.write(document.bytes, to: "Specs/Shop/openapi.yaml")
        let run = try workspace.gen()
        #expect(run.status == 2)
        #expect(run.errors.contains("Specs/Shop/openapi.yaml:"), "\(run.errors.prefix(500))")
        #expect(run.errors.contains("[\(document.code)]"), "\(run.errors.prefix(500))")
        #expect(run.seconds < 10)
    }
}
