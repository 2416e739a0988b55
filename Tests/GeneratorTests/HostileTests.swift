import Blocking
import Foundation
import APIGenerator
import APIGenSourceText
import Testing

/// Documents of strangers who mean harm: each comes to a client that holds no code of theirs, or to errors
/// that have a code, and both soon.
@Suite(.blocking) struct HostileTests {
    @Test(arguments: HostileDocument.all.filter { $0.outcome?.isOpen != true })
    func holds(_ document: HostileDocument) throws {
        let (result, time) = CPUTime.of { document.generate() }
        #expect(time < .seconds(5))
        if CaseFolder.isUpdating { return }
        #expect(result.outcome == document.outcome)
        for file in result.files {
            let code = SourceCode(String(decoding: file.bytes, as: UTF8.self)).code
            #expect(!code.contains("fatalError(") && !code.contains("#"), "\(file.path)")
            let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
            #expect(!parts.contains("..") && !parts.contains("") && parts.allSatisfy { $0.utf8.count <= 255 })
        }
        // Disks that ignore case ignore more than what lowercasing changes.
        let names = Set(result.files.map { $0.path.folding(options: .caseInsensitive, locale: nil) })
        #expect(names.count == result.files.count)
    }

    @Test func namesEachDocument() throws {
        #expect(HostileDocument.all.count >= 120)
        if CaseFolder.isUpdating { try HostileDocument.writeOutcomes() }
        #expect(HostileDocument.outcomes.map(\.name) == HostileDocument.all.map(\.name))
    }
}

/// A document of the folder `Tests/Hostile`, named by what it tries.
struct HostileDocument: CustomTestStringConvertible, Sendable {
    enum Outcome: Equatable, Sendable {
        case accepted
        /// The codes of the errors, sorted.
        case refused([String])
        /// What the generator still does wrong, such as `crashes`. Nothing runs the document until the line is
        /// deleted, and written anew.
        case open(String)

        var isOpen: Bool {
            if case .open = self { true } else { false }
        }
    }

    let name: String
    /// What `outcomes.txt` says.
    let outcome: Outcome?

    var testDescription: String { name }

    private static let folder = CaseFolder.packageRoot.appendingPathComponent("Tests/Hostile")
    private static let list = folder.appendingPathComponent("outcomes.txt")

    static let all: [HostileDocument] = {
        let known = Dictionary(outcomes.map { ($0.name, $0.outcome) }) { first, _ in first }
        return names(in: folder).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }
            .map { HostileDocument(name: $0, outcome: known[$0]) }
    }()

    /// The lines of `outcomes.txt`, in their order.
    static var outcomes: [(name: String, outcome: Outcome)] {
        let text = (try? String(contentsOf: list, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map { line in
            let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
            return (parts[0], Outcome(parsing: parts.last ?? ""))
        }
    }

    static func writeOutcomes() throws {
        let lines = all.map { document in
            let outcome = document.outcome.flatMap { $0.isOpen ? $0 : nil } ?? document.generate().outcome
            return "\(document.name): \(outcome)\n"
        }
        try Data(lines.joined().utf8).write(to: list)
    }

    /// Takes the document as that of a stranger. Where its title is what attacks, it names the module, too.
    func generate() -> (outcome: Outcome, files: [GeneratedFile]) {
        let reader = Reader(files: CaseReader(folders: [Self.folder]))
        return Self.generate(name, from: reader, named: name.hasPrefix("title-") ? nil : "Shop")
    }

    static func generate(
        _ path: String,
        from reader: some FileReader,
        named module: String?,
    ) -> (outcome: Outcome, files: [GeneratedFile]) {
        var pipeline = Pipeline(reader: reader, templates: CaseFolder.templates, rules: .lenient)
        let document = DocumentRequest(path: path)
        let request = PackageRequest(name: module, document: document, runtime: .path(".."))
        let files = pipeline.generate(request)?.files
        let errors = pipeline.diagnostics.found.filter { $0.severity == .error }.map(\.code)
        guard let files, errors.isEmpty else { return (.refused(Set(errors).sorted()), []) }
        return (.accepted, files)
    }

    private static func names(in folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }

    /// Reads files of the folder. The generator has to know by itself that it may ask for no others.
    private struct Reader: FileReader {
        let files: CaseReader

        func read(_ path: String) throws(FileFailure) -> [UInt8] {
            let leadsOut = path.hasPrefix("/") || path.split(separator: "/").contains("..")
            #expect(!leadsOut, "\(path)")
            guard !leadsOut else { throw .missing }
            return try files.read(path)
        }
    }
}

extension HostileDocument.Outcome: CustomStringConvertible {
    private static let refusal = "refused "

    init(parsing text: String) {
        if text == "accepted" {
            self = .accepted
        } else if text.hasPrefix(Self.refusal) {
            self = .refused(text.dropFirst(Self.refusal.count).components(separatedBy: ", "))
        } else {
            self = .open(text)
        }
    }

    var description: String {
        switch self {
        case .accepted: "accepted"
        case .refused(let codes): Self.refusal + codes.joined(separator: ", ")
        case .open(let what): what
        }
    }
}
