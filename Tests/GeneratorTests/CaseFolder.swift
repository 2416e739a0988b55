import Testing
import Foundation
import APIGenerator
import APIGenSourceText

/// A folder below `Cases`: a document, and what the generator has to make of it.
struct CaseFolder: CustomTestStringConvertible {
    let name: String

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Cases")
    static let packageRoot = root.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// With `UPDATE_CASES=1` in the environment the tests write what they would otherwise expect.
    static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_CASES"] == "1"

    var testDescription: String { name }

    /// The folders that hold a file or folder of this name.
    static func all(with item: String) -> [CaseFolder] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map(CaseFolder.init).filter { folder in
            isUpdating && item == "diagnostics.txt"
                ? folder.has("lenient") || !folder.has("expected")
                : folder.has(item)
        }
    }

    /// The real templates.
    static let templates = templates(in: packageRoot.appendingPathComponent("Templates/Swift"))
    /// Those of what is about the client.
    static let pages = ["Markdown", "HTML", "DocC", "Tests"].flatMap {
        templates(in: packageRoot.appendingPathComponent("Templates/\($0)"))
    }

    /// By their short names, as all files of a case.
    private static func templates(in folder: URL) -> [SourceFile] {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
        return names.compactMap { name in
            let data = try? Data(contentsOf: folder.appendingPathComponent(name))
            return data.map { SourceFile(path: name, bytes: Array($0)) }
        }
    }

    func has(_ item: String) -> Bool {
        FileManager.default.fileExists(atPath: url.appendingPathComponent(item).path)
    }

    /// The name of the client's module, which a file of this name may choose, so that several can be called.
    private var module: String { read("module")?.split(separator: "\n").first.map(String.init) ?? "Shop" }

    /// Whether the document comes to a client.
    var isAccepted: Bool {
        has("expected") || read("diagnostics.txt").map { !$0.contains(": error: ") } ?? false
    }

    var url: URL { Self.root.appendingPathComponent(name) }

    /// The names of its documents, overlays and configs.
    var documents: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted()
    }

    func read(_ path: String) -> String? {
        try? String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
    }

    func write(_ text: String, to path: String) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The paths of the files below a folder of the case.
    func files(below path: String) -> [String] {
        let folder = url.appendingPathComponent(path)
        let all = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
        let endings = [".html", ".json", ".md", ".swift", ".txt"]
        return all.filter { path in endings.contains { path.hasSuffix($0) } }.sorted()
    }

    /// Runs the generator over the case, with the real templates or the case's own.
    func generate() -> (files: [GeneratedFile]?, diagnostics: String) {
        let (files, pipeline) = generate(read("spec.yaml") ?? "")
        return (files, DiagnosticRenderer(files: pipeline.files).render(pipeline.diagnostics))
    }

    /// Runs the generator over another document in the place of the case's own.
    func generate(_ document: String) -> (files: [GeneratedFile]?, pipeline: Pipeline) {
        let own = has("templates") ? Self.templates(in: url.appendingPathComponent("templates")) : nil
        let reader = CaseReader(folders: [url], document: document)
        var pipeline = Pipeline(
            reader: reader, templates: own ?? Self.templates, pages: Self.pages, rules: rules)
        let files = pipeline.generate(Service(name: module, document: request, source: "spec.yaml"))
        return (files, pipeline)
    }

    /// What becomes of each node of the case's document.
    func coverage() -> CoverageReport? {
        var pipeline = Pipeline(reader: CaseReader(folders: [url]), rules: rules)
        return pipeline.coverage(of: request)
    }

    /// A file of this name says that the document is somebody else's.
    var rules: Rules { has("lenient") ? .lenient : .strict }

    var request: DocumentRequest {
        DocumentRequest(
            path: "spec.yaml",
            configPath: has("gen.yaml") ? "gen.yaml" : nil,
            overlayPaths: has("overlay.yaml") ? ["overlay.yaml"] : [],
        )
    }
}

/// Reads the files of a case by their short names, which keeps paths of any machine out of expected texts.
struct CaseReader: FileReader {
    let folders: [URL]
    /// Takes the place of the case's own document.
    var document: String?

    func read(_ path: String) throws(FileFailure) -> [UInt8] {
        if path == "spec.yaml", let document, !document.isEmpty { return Array(document.utf8) }
        for folder in folders {
            if let data = try? Data(contentsOf: folder.appendingPathComponent(path)) { return Array(data) }
        }
        throw .missing
    }
}
