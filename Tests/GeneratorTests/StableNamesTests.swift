import Blocking
import Foundation
import APIGenerator
import APIGenSourceText
import Testing

/// Adding a schema that has nothing to do with the others changes nothing of what is made of these.
@Suite(.blocking) struct StableNamesTests {
    @Test(arguments: DocumentWithSchemas.cases)
    func addedSchemasRenameNothing(_ document: DocumentWithSchemas) throws {
        let before = try #require(document.files())
        for name in ["AAA", "zzz", "Unrelated"] {
            let after = try #require(document.files(adding: name))
            #expect(before.map(\.path) == after.map(\.path))
            #expect(before.map(\.bytes) == after.map(\.bytes))
        }
    }

    /// With `CORPUS` in the environment, over the documents of that folder, too.
    @Test(arguments: DocumentWithSchemas.corpus)
    func addedSchemasRenameNothingInRealDocuments(_ document: DocumentWithSchemas) throws {
        try addedSchemasRenameNothing(document)
    }

    /// A suite that finds no documents would pass without testing anything.
    @Test func findsDocuments() {
        #expect(DocumentWithSchemas.cases.count >= 5)
    }

    /// Who keeps a name follows from the two names alone.
    @Test(arguments: [["pet", "Pet", "PET"], ["PET", "Pet", "pet"], ["Pet", "PET", "pet"]])
    func namesDoNotFollowTheOrder(_ names: [String]) throws {
        let properties = names.map { "        \($0): {$ref: \"#/components/schemas/\($0)\"}\n" }.joined()
        let schemas = names.map { "    \($0): {type: object, properties: {is\($0): {type: string}}}\n" }
            .joined()
        let text = """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            paths:
              /pets:
                get:
                  operationId: findPets
                  responses:
                    "200":
                      description: Pets.
                      content: {application/json: {schema: {$ref: "#/components/schemas/Home"}}}
            components:
              schemas:
                Home:
                  type: object
                  properties:

            """
        let document = DocumentWithSchemas(
            name: "pets", path: "spec.yaml", text: text + properties + schemas, folder: CaseFolder.root)
        let files = try #require(document.files())
        let texts = files.map { String(decoding: $0.bytes, as: UTF8.self) }
        for (type, member) in [("PET", "isPET"), ("Pet2", "isPet"), ("Pet3", "ispet")] {
            let declaration = try #require(texts.first { $0.contains("struct \(type):") })
            #expect(declaration.contains("\"\(member)\""))
        }
    }
}

/// A document that lists its schemas, to which one can be added in front of the others.
struct DocumentWithSchemas: CustomTestStringConvertible, Sendable {
    let name: String
    let path: String
    let text: String
    let folder: URL

    var testDescription: String { name }

    static let cases: [DocumentWithSchemas] = CaseFolder.all(with: "expected").compactMap { folder in
        document(at: folder.url.appendingPathComponent("spec.yaml"), name: folder.name)
    }

    static let corpus: [DocumentWithSchemas] = {
        guard let path = ProcessInfo.processInfo.environment["CORPUS"] else { return [] }
        let folder = URL(fileURLWithPath: path)
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
        return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.compactMap {
            document(at: folder.appendingPathComponent($0), name: $0)
        }
    }()

    private static func document(at url: URL, name: String) -> DocumentWithSchemas? {
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
        let document = DocumentWithSchemas(
            name: name, path: url.lastPathComponent, text: text, folder: url.deletingLastPathComponent())
        return document.text(adding: "A") == nil ? nil : document
    }

    /// The text with one more schema in front, or `nil` where none is listed.
    private func text(adding schema: String) -> String? {
        if let place = text.firstRange(of: "\n  schemas:\n") {
            return text.replacingCharacters(
                in: place,
                with: "\n  schemas:\n    \(schema): {type: object, properties: {a: {enum: [b, c]}}}\n")
        }
        guard let place = text.firstRange(of: #/"schemas": ?\{/#) else { return nil }
        return text.replacingCharacters(
            in: place, with: #""schemas": {"\#(schema)": {"type": "object", "properties": {}},"#)
    }

    func files(adding schema: String? = nil) -> [GeneratedFile]? {
        let changed = schema.map { text(adding: $0) ?? text } ?? text
        let files = CaseReader(folders: [folder])
        let reader = PatchedReader(path: path, text: changed, files: files)
        var pipeline = Pipeline(reader: reader, templates: CaseFolder.templates, rules: .lenient)
        return pipeline.generate(Service(name: "Shop", document: DocumentRequest(path: path), source: path))
    }
}

/// Reads one text in the place of a file.
private struct PatchedReader: FileReader {
    let path: String
    let text: String
    let files: CaseReader

    func read(_ path: String) throws(FileFailure) -> [UInt8] {
        path == self.path ? Array(text.utf8) : try files.read(path)
    }
}
