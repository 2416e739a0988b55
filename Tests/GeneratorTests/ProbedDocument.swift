import Foundation
import APIGenerator
import APIGenSourceText
import Testing

/// A document that the generator accepts, and whose values are changed one at a time.
struct ProbedDocument: CustomTestStringConvertible {
    let name: String
    private let folder: URL
    private let entry: String
    private let request: DocumentRequest
    private let rules: Rules

    var testDescription: String { name }

    /// The cases that come to a client, and the documents of other kinds.
    static let all: [ProbedDocument] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: CaseFolder.root.path)) ?? []
        let cases = names.sorted().map(CaseFolder.init).filter(\.isAccepted).map(ProbedDocument.init)
        return cases
            + ["bookings.json", "library/openapi.yaml", "recovered.yaml", "sensors.yaml", "shipments.yaml"]
            .map(Self.init)
    }()

    private init(_ folder: CaseFolder) {
        (name, self.folder, entry) = (folder.name, folder.url, "spec.yaml")
        (request, rules) = (folder.request, folder.rules)
    }

    private init(_ path: String) {
        name = path
        folder = CaseFolder.packageRoot.appendingPathComponent("Tests/Documents")
        (entry, request, rules) = (path, DocumentRequest(path: path), .lenient)
    }

    /// A generator of its client that can be run over changed documents.
    func probe() -> Probe { Probe(folder: folder, request: request, rules: rules) }
}

/// Runs the generator over a document with one of its files changed. The templates are read once.
struct Probe {
    private let reader: ChangingReader
    private let pipeline: Pipeline
    private let request: DocumentRequest

    fileprivate init(folder: URL, request: DocumentRequest, rules: Rules) {
        // What the report would find is what is asked here.
        var rules = rules
        rules.levels[.unaccounted] = .allow
        reader = ChangingReader(CaseReader(folders: [folder]))
        pipeline = Pipeline(
            reader: reader, templates: CaseFolder.templates, pages: CaseFolder.pages, rules: rules)
        self.request = request
    }

    /// What becomes of each node of the document, and the files that the nodes stand in.
    func coverage() throws -> (coverage: CoverageReport, files: SourceFiles) {
        var pipeline = pipeline
        let coverage = pipeline.coverage(of: request)
        return (try #require(coverage), pipeline.files)
    }

    /// What the document comes to.
    func generation(changing path: String? = nil, to text: String = "") -> Generation {
        reader.change = path.map { ($0, text) }
        defer { reader.change = nil }
        var pipeline = pipeline
        let files = pipeline.generate(Service(name: "Shop", document: request, source: "spec.yaml"))
        return Generation(files, pipeline.diagnostics)
    }

    func text(of path: String) -> String { String(decoding: (try? reader.read(path)) ?? [], as: UTF8.self) }
}

/// A class, since the pipeline keeps its reader, and one run after the other reads something else.
private final class ChangingReader: FileReader {
    private let reader: CaseReader
    private var known: [String: [UInt8]] = [:]
    var change: (path: String, text: String)?

    init(_ reader: CaseReader) { self.reader = reader }

    func read(_ path: String) throws(FileFailure) -> [UInt8] {
        if let change, change.path == path { return Array(change.text.utf8) }
        if let bytes = known[path] { return bytes }
        let bytes = try reader.read(path)
        known[path] = bytes
        return bytes
    }
}

/// What a document comes to.
struct Generation: Equatable {
    /// The lines of the code without its comments; `nil` if there is none.
    let code: [Substring]?
    /// The lines of the comments.
    let comments: [Substring]
    /// The kinds of the diagnostics.
    let findings: [String]
    /// What they say.
    let messages: [String]

    init(_ files: [GeneratedFile]?, _ diagnostics: Diagnostics) {
        let lines = files?.flatMap { String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n") }
        func isComment(_ line: Substring) -> Bool { line.drop { $0 == " " }.hasPrefix("//") }
        code = lines?.filter { !isComment($0) }
        comments = lines?.filter(isComment) ?? []
        findings = diagnostics.found.map(\.code).sorted()
        messages = diagnostics.found.map(\.message)
    }
}

extension Generation {
    /// Whether a change of a node that came to this, in place of the original, is one of a node of this outcome.
    func bears(out outcome: Outcome, _ original: Generation) -> Bool {
        switch outcome {
        case .typed: code != original.code || messages != original.messages
        case .opaque, .documentation: self != original
        // Who mends a mistake may get more.
        case .reported, .unaccounted: true
        // An example that breaks a format is reported, and one that does not is not.
        case .dropped: messages != original.messages || code == original.code && comments == original.comments
        case .extension, .unreached, .waived: code == original.code || code == nil
        }
    }
}
