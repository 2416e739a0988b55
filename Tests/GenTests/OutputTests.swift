import Blocking
import Foundation
import Testing

/// What the tool touches on disk, whatever it is told and however it ends.
@Suite(.blocking) struct OutputTests {
    /// A document of so many schemas, which are as many files.
    private static func document(_ count: Int, property: String = "id") -> String {
        let schemas = (1...count).map {
            "    S\($0): {type: object, properties: {\(property): {type: string}}}\n"
        }
        let paths = (1...count).map { number in
            "  /s\(number): {get: {operationId: getS\(number), responses: {'200': {description: One., content: "
                + "{application/json: {schema: {$ref: '#/components/schemas/S\(number)'}}}}}}}\n"
        }
        return "openapi: 3.1.0\ninfo: {title: Shop, version: 1.0.0}\npaths:\n" + paths.joined()
            + "components:\n  schemas:\n" + schemas.joined()
    }

    /// A pull request may change the manifest.
    @Test(arguments: ["../victim.txt", "/etc/hostname", "a/../../victim.txt", "./victim.txt", "a//b"])
    func staysInItsFolder(path: String) throws {
        let workspace = try Workspace(spec: Self.document(1))
        try workspace.write("secret", to: "Generated/victim.txt")
        #expect(try workspace.gen().status == 0)
        let manifest = try #require(workspace.read("Generated/Shop/.manifest"))
        try workspace.write(manifest + "0000000000000000  \(path)\n", to: "Generated/Shop/.manifest")
        let line = manifest.split(separator: "\n").count + 1
        for arguments in [[], ["--check"], ["--overwrite"]] {
            let run = try workspace.gen(arguments)
            #expect(run.status == 3 && !run.output.contains("secret"))
            #expect(
                run.errors.contains(
                    "error: 'Generated/Shop/.manifest:\(line)' names '\(path)', which is outside"),
                "\(run.errors)")
        }
        #expect(workspace.read("Generated/victim.txt") == "secret")
    }

    @Test(arguments: ["Models", "Models/S1.swift", ".manifest"])
    func followsNoLinks(path: String) throws {
        let workspace = try Workspace(spec: Self.document(1))
        #expect(try workspace.gen().status == 0)
        try workspace.move("Generated/Shop/\(path)", to: "elsewhere")
        try workspace.link("Generated/Shop/\(path)", to: "elsewhere")
        let before = workspace.read(path == "Models" ? "elsewhere/S1.swift" : "elsewhere")
        try workspace.write(Self.document(1, property: "name"), to: "Specs/Shop/openapi.yaml")
        for arguments in [[], ["--check"], ["--overwrite"]] {
            let run = try workspace.gen(arguments)
            #expect(run.status == 3 && run.output == "")
            #expect(
                run.errors.contains("leads over a symbolic link; remove it, and run again"), "\(run.errors)")
        }
        #expect(workspace.read(path == "Models" ? "elsewhere/S1.swift" : "elsewhere") == before)
    }

    private static let kills = Int(ProcessInfo.processInfo.environment["KILLS"] ?? "") ?? 4

    /// A run that is killed leaves what it was, or what the next run completes, with the same document or another one.
    @Test func completesWhatWasCutOff() throws {
        let workspace = try Workspace(spec: Self.document(60))
        let seconds = try workspace.gen().seconds
        for number in 1...Self.kills {
            let property = "p\(number)"
            try workspace.write(
                Self.document(number % 3 == 0 ? 30 : 60, property: property), to: "Specs/Shop/openapi.yaml")
            try workspace.killed(after: seconds * Double.random(in: 0.3...1.1))
            if number % 2 == 0 {
                try workspace.write(
                    Self.document(60, property: property + "Changed"), to: "Specs/Shop/openapi.yaml")
            }
            let run = try workspace.gen()
            #expect(run.status == 0, "\(run.errors)")
            let check = try workspace.gen("--check")
            #expect(check.status == 0 && check.output == "", "\(check.output)")
            #expect(workspace.all("Generated/Shop").filter { $0.hasPrefix(".") } == [".manifest"])
        }
    }

    @Test(arguments: ["../other.yaml", "link.yaml", "linked/other.yaml"])
    func refersToNothingOutside(path: String) throws {
        let workspace = try Workspace(
            spec: """
                openapi: 3.1.0
                info: {title: Shop, version: 1.0.0}
                paths:
                  /a: {get: {operationId: getA, responses: {"200": {$ref: "\(path)#/answer"}}}}
                """)
        try workspace.write("answer: {description: A secret.}\n", to: "Specs/other.yaml")
        try workspace.link("Specs/Shop/link.yaml", to: "Specs/other.yaml")
        try workspace.link("Specs/Shop/linked", to: "Specs")
        let run = try workspace.gen()
        #expect(run.status == 2 && !run.errors.contains("secret"))
        #expect(
            run.errors.contains(
                "Specs/Shop/openapi.yaml:4:59: error: '\(path)' is outside of the folder of the document, and is not read"
            ),
            "\(run.errors)")
        try workspace.write("referenceFolders: [..]\n", to: "Specs/Shop/gen.yaml")
        let allowed = try workspace.gen()
        #expect(allowed.status == 0, "\(allowed.errors)")
    }

    @Test func tellsWhoRefersToAFile() throws {
        let workspace = try Workspace(
            spec: """
                openapi: 3.1.0
                info: {title: Shop, version: 1.0.0}
                paths:
                  /a: {get: {operationId: getA, responses: {"200": {$ref: "other.yaml#/answer"}}}}
                """)
        try workspace.write("answer: {description: \"A\n", to: "Specs/Shop/other.yaml")
        let errors = try workspace.gen().errors
        #expect(errors.contains("Specs/Shop/openapi.yaml:4:"), "\(errors)")
        #expect(errors.contains("note: the file is referred to here"), "\(errors)")
    }

    @Test func readsPipes() throws {
        let workspace = try Workspace()
        try workspace.pipe(Self.document(1), at: "document")
        let run = try workspace.gen("generate", "document", "--output", "out", "--name", "Piped")
        #expect(run.status == 0, "\(run.errors)")
    }
}
