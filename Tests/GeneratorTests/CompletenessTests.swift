import Blocking
import APIGenSourceText
import Testing

@testable import APIGenerator

/// What is lost or doubled between lowering and files is told, whatever the reason.
@Suite(.blocking) struct CompletenessTests {
    private let document: OpenAPI.Document
    private let api: API
    private let files: [SwiftFile]

    init() throws {
        let reader = CaseReader(folders: [CaseFolder(name: "reserved-names").url])
        let documents = DocumentSet(files: SourceFiles(), reader: reader)
        var decoder = SpecDecoder(documents: documents, diagnostics: Diagnostics(rules: .lenient))
        let decoded = decoder.document(at: "spec.yaml")
        document = try #require(decoded)
        let lowering = Lowering(
            document: document, service: "API", diagnostics: decoder.diagnostics)
        api = lowering.lower()
        files = SwiftPresenter(api, identifiers: Identifiers(api)).present()
    }

    private func faults(_ files: [SwiftFile]) -> [String] {
        Completeness(document: document, api: api, files: files).faults
    }

    @Test func findsNothingWhereAllIsThere() {
        #expect(faults(files) == [])
    }

    @Test func findsOperationsThatAreMissing() throws {
        let index = try #require(files.firstIndex { $0.operationCount == 1 })
        var fewer = files
        fewer.remove(at: index)
        let methods = files.reduce(0) { $0 + $1.operationCount }
        #expect(faults(fewer) == ["\(methods - 1) of \(methods) methods were made"])
    }

    @Test func findsTypesThatAreMissing() throws {
        let index = try #require(files.firstIndex { $0.modelCount == 1 })
        var fewer = files
        fewer.remove(at: index)
        let types = files.reduce(0) { $0 + $1.modelCount }
        #expect(faults(fewer) == ["\(types - 1) of \(types) types were made"])
    }

    @Test func findsFilesOfOnePath() throws {
        let file = try #require(files.first { $0.modelCount == 0 && $0.operationCount == 0 })
        let other = SwiftFile(path: file.path.uppercased(), content: file.content)
        #expect(
            faults(files + [other]) == [
                "'Client' is declared twice in the module", "there are two files 'CLIENT.SWIFT'",
            ])
    }

    @Test(arguments: ["../Client.swift", "/Client.swift", "a//Client.swift", "./Client.swift"])
    func findsPathsThatLeadAstray(path: String) {
        let moved = files.map { $0.path == "Client.swift" ? SwiftFile(path: path, content: $0.content) : $0 }
        #expect(faults(moved) == ["'\(path)' is no path below the output"])
    }
}
