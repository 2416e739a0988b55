import Testing
import Foundation
import Generator
import SourceText

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
        return names.sorted().map(CaseFolder.init).filter { folder in
            isUpdating && item == "diagnostics.txt"
                ? folder.read("lenient") != nil || !folder.has("expected")
                : folder.has(item)
        }
    }

    private func has(_ item: String) -> Bool {
        FileManager.default.fileExists(atPath: url.appendingPathComponent(item).path)
    }

    /// The name of the client's module, which a file of this name may choose, so that several can be called.
    private var module: String { read("module")?.split(separator: "\n").first.map(String.init) ?? "Shop" }

    var url: URL { Self.root.appendingPathComponent(name) }

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
        return all.filter { $0.hasSuffix(".swift") }.sorted()
    }

    /// Runs the generator over the case, with the real templates or the case's own.
    func generate() -> (files: [GeneratedFile]?, diagnostics: String) {
        let own =
            (try? FileManager.default.contentsOfDirectory(
                atPath: url.appendingPathComponent("templates").path))
        let folder =
            own == nil
            ? Self.packageRoot.appendingPathComponent("Templates/Swift")
            : url.appendingPathComponent("templates")
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
        let reader = CaseReader(folders: [url, folder])
        // A file of this name says that the document is somebody else's.
        let rules: Rules = read("lenient") == nil ? .strict : .lenient
        var pipeline = Pipeline(reader: reader, templates: names, rules: rules)
        let document = DocumentRequest(
            path: "spec.yaml",
            configPath: has("gen.yaml") ? "gen.yaml" : nil,
            overlayPaths: has("overlay.yaml") ? ["overlay.yaml"] : [],
        )
        let files = pipeline.generate(Service(name: module, document: document, source: "spec.yaml"))
        return (files, DiagnosticRenderer(files: pipeline.files).render(pipeline.diagnostics))
    }
}

/// Reads the files of a case by their short names, which keeps paths of any machine out of expected texts.
struct CaseReader: FileReader {
    let folders: [URL]

    func read(_ path: String) -> [UInt8]? {
        for folder in folders {
            if let data = try? Data(contentsOf: folder.appendingPathComponent(path)) { return Array(data) }
        }
        return nil
    }
}
