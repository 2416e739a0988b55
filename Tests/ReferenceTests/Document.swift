@testable import APIGenerator
import APIGenSourceText
import Testing

/// The documents below `Specs`, as the generator reads them.
enum Document {
    private static let apis = ReferenceOperation.services.reduce(into: [:]) { $0[$1] = read($1, by: Files()) }

    static func api(of service: String) throws -> API { try #require(apis[service] ?? nil) }

    static func rows(of service: String) throws -> [Row] { DocumentRows(api: try api(of: service)).all }

    /// The rows of a document with a mistake in it.
    static func rows(of service: String, with mistake: Mistake) throws -> [Row] {
        DocumentRows(api: try #require(read(service, by: Files(mistake: mistake)))).all
    }

    private static func read(_ service: String, by files: Files) -> API? {
        var pipeline = Pipeline(reader: files, rules: .strict)
        let api = pipeline.read(
            Service(
                name: service,
                document: DocumentRequest(path: "Specs/\(service)/openapi.yaml"),
                source: "Specs/\(service)",
            ))
        if api == nil {
            Issue.record("\(DiagnosticRenderer(files: pipeline.files).render(pipeline.diagnostics))")
        }
        return api
    }
}

/// The files of this package, one of them perhaps with a mistake.
private struct Files: FileReader {
    var mistake: Mistake?

    func read(_ path: String) throws(FileFailure) -> [UInt8] {
        let text = Folder.text(path)
        guard let mistake, path.hasSuffix(mistake.file) else { return Array(text.utf8) }
        return Array(text.replacing(mistake.text, with: mistake.replacement).utf8)
    }
}
