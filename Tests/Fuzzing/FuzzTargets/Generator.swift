@testable import APIGenerator
import APIGenSourceText
import APIGenTemplating
import APIGenYAML

/// A document has a root, or errors that say why not.
func checkYAML(_ bytes: [UInt8]) throws(Finding) {
    for path in ["input.yaml", "input.json"] {
        let source = SourceFile(path: path, bytes: bytes)
        var files = SourceFiles()
        var diagnostics = Diagnostics()
        let root = parseDocument(source, as: files.add(source), diagnostics: &diagnostics)
        _ = DiagnosticRenderer(files: files).render(diagnostics)
        try Finding.unless(
            (root == nil) == diagnostics.hasErrors, "a root and errors, or neither, of \(path)")
    }
}

/// A document has a client, or errors that say why not; and each node of one that has a client is accounted for.
func checkDocument(_ bytes: [UInt8]) throws(Finding) {
    let reader = OneFile(path: "spec.yaml", bytes: bytes)
    var pipeline = Pipeline(reader: reader, rules: .lenient)
    let coverage = pipeline.coverage(of: DocumentRequest(path: "spec.yaml"))
    _ = DiagnosticRenderer(files: pipeline.files).render(pipeline.diagnostics)
    try Finding.unless(
        (coverage == nil) == pipeline.diagnostics.hasErrors, "a report and errors, or neither")
}

private struct OneFile: FileReader {
    let path: String
    let bytes: [UInt8]

    func read(_ path: String) throws(FileFailure) -> [UInt8] {
        guard path == self.path else { throw .missing }
        return bytes
    }
}

/// A template renders, or there are errors that say why not.
func checkTemplate(_ bytes: [UInt8]) throws(Finding) {
    let source = SourceFile(path: "template.mustache", bytes: bytes)
    var files = SourceFiles()
    var diagnostics = Diagnostics()
    let sources = [TemplateSource(name: "template", file: source, id: files.add(source))]
    var library = TemplateLibrary(sources, common: NoView.self, diagnostics: &diagnostics)
    let template = library.template("template", for: SampleView.self, diagnostics: &diagnostics)
    _ = DiagnosticRenderer(files: files).render(diagnostics)
    try Finding.unless((template == nil) == diagnostics.hasErrors, "a template and errors, or neither")
    _ = template?.render(SampleView(name: "a", lines: ["b", "", "c"], inner: [SampleView(name: "d")]))
}

private struct SampleView: View {
    let name: String
    var lines: [String] = []
    var inner: [SampleView] = []

    static let fields: ViewFields<SampleView> = [
        .text("name", \.name),
        .texts("lines", \.lines),
        .list("inner", \.inner),
    ]
}

/// A manifest names files below its folder alone, and is the same when it has been written and read.
func checkManifest(_ bytes: [UInt8]) throws(Finding) {
    let manifest = Manifest(parsing: bytes)
    try Finding.unless(Manifest(parsing: manifest.file().bytes) == manifest, "the manifest changed")
    for path in manifest.paths {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let isBelow = parts.allSatisfy { !["", ".", ".."].contains($0) }
        try Finding.unless(isBelow, "'\(path)' is not below the folder")
    }
}
