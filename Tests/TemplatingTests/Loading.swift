import APIGenSourceText
import APIGenTemplating

/// A library with what was reported on it.
struct Loading {
    private var files = SourceFiles()
    private var diagnostics = Diagnostics()
    private var library: TemplateLibrary<NoView>

    init(_ templates: [(name: String, bytes: [UInt8])]) {
        var sources: [TemplateSource] = []
        for (name, bytes) in templates {
            let file = SourceFile(path: "\(name).mustache", bytes: bytes)
            sources.append(TemplateSource(name: name, file: file, id: files.add(file)))
        }
        library = TemplateLibrary(sources, common: NoView.self, diagnostics: &diagnostics)
    }

    mutating func template<Root: View>(_ name: String, for view: Root.Type) -> Template<Root, NoView>? {
        library.template(name, for: view, diagnostics: &diagnostics)
    }

    /// What people see, once all templates have been asked for.
    func mistakes() -> String {
        var diagnostics = diagnostics
        library.reportUnused(to: &diagnostics)
        return DiagnosticRenderer(files: files).render(diagnostics)
    }
}
