import APIGenSourceText
import APIGenTemplating

/// The templates of the generated Swift, checked against their views.
struct SwiftTemplates {
    private let client: Template<ClientView, FileSettings>
    private let group: Template<GroupView, FileSettings>
    private let headers: Template<HeadersView, FileSettings>
    private let model: Template<ModelView, FileSettings>
    private let package: Template<PackageView, FileSettings>
    private let payloads: Template<PayloadsView, FileSettings>
    private let schemas: Template<SchemasView, FileSettings>
    private let library: TemplateLibrary<FileSettings>

    /// Returns `nil` after a diagnostic of an error.
    init?(
        _ templates: [SourceFile],
        files: inout SourceFiles,
        diagnostics: inout Diagnostics,
    ) {
        let sources = templates.map { TemplateSource($0, in: &files) }
        var library = TemplateLibrary(sources, common: FileSettings.self, diagnostics: &diagnostics)
        let client = library.template("Client", for: ClientView.self, diagnostics: &diagnostics)
        let group = library.template("Group", for: GroupView.self, diagnostics: &diagnostics)
        let headers = library.template("Headers", for: HeadersView.self, diagnostics: &diagnostics)
        let model = library.template("Model", for: ModelView.self, diagnostics: &diagnostics)
        let package = library.template("Package", for: PackageView.self, diagnostics: &diagnostics)
        let payloads = library.template("Payloads", for: PayloadsView.self, diagnostics: &diagnostics)
        let schemas = library.template("Schemas", for: SchemasView.self, diagnostics: &diagnostics)
        library.reportUnused(to: &diagnostics)
        guard let client, let group, let headers, let model, let package, let payloads, let schemas else {
            return nil
        }
        (self.client, self.group, self.model, self.package) = (client, group, model, package)
        (self.headers, self.payloads, self.schemas, self.library) = (headers, payloads, schemas, library)
    }

    /// The fields that the templates may name.
    var fieldTables: String { library.fieldTables }

    func render(_ files: [SwiftFile], common: FileSettings) -> [GeneratedFile] {
        files.map { file in
            let bytes =
                switch file.content {
                case .client(let view): client.renderUTF8(view, common: common)
                case .group(let view): group.renderUTF8(view, common: common)
                case .headers(let view): headers.renderUTF8(view, common: common)
                case .model(let view): model.renderUTF8(view, common: common)
                case .payloads(let view): payloads.renderUTF8(view, common: common)
                case .schemas(let view): schemas.renderUTF8(view, common: common)
                case .package(let view): package.renderUTF8(view, common: common)
                }
            return GeneratedFile(path: file.path, bytes: bytes)
        }
    }
}

extension TemplateSource {
    /// A template is named after its file.
    init(_ file: SourceFile, in files: inout SourceFiles) {
        let name = file.path.split(separator: "/").last?.prefix { $0 != "." } ?? ""
        self.init(name: String(name), file: file, id: files.add(file))
    }
}
