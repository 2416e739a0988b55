import APIGenSourceText
import APIGenTemplating

/// A page to be rendered.
struct ReferencePage {
    enum Content {
        case index(IndexView)
        case group(GroupPageView)
        case model(ModelPageView)
        /// The index for language models (llmstxt.org).
        case languageModels(IndexView)
        case json(JSONExample)
        case explorer(ExplorerView)
        case tests(ContractTestsView)
        case service(ContractServiceView)
        case catalogue(CataloguePage)
    }

    /// Relative to the folder of the pages.
    let path: String
    let content: Content
}

/// The templates of the pages, checked against their views.
struct ReferenceTemplates {
    private let index: Template<IndexView, FileSettings>
    private let group: Template<GroupPageView, FileSettings>
    private let model: Template<ModelPageView, FileSettings>
    private let languageModels: Template<IndexView, FileSettings>
    private let explorer: Template<ExplorerView, FileSettings>
    private let tests: Template<ContractTestsView, FileSettings>
    private let service: Template<ContractServiceView, FileSettings>
    private let catalogue: CatalogueTemplates
    private let library: TemplateLibrary<FileSettings>

    /// Returns `nil` after a diagnostic of an error.
    init?(_ templates: [SourceFile], files: inout SourceFiles, diagnostics: inout Diagnostics) {
        let sources = templates.map { TemplateSource($0, in: &files) }
        var library = TemplateLibrary(sources, common: FileSettings.self, diagnostics: &diagnostics)
        let index = library.template("IndexPage", for: IndexView.self, diagnostics: &diagnostics)
        let group = library.template("GroupPage", for: GroupPageView.self, diagnostics: &diagnostics)
        let model = library.template("ModelPage", for: ModelPageView.self, diagnostics: &diagnostics)
        let languageModels = library.template(
            "LanguageModels", for: IndexView.self, diagnostics: &diagnostics)
        let explorer = library.template("Explorer", for: ExplorerView.self, diagnostics: &diagnostics)
        let tests = library.template("ContractTests", for: ContractTestsView.self, diagnostics: &diagnostics)
        let service = library.template(
            "ContractService", for: ContractServiceView.self, diagnostics: &diagnostics)
        let catalogue = CatalogueTemplates(in: &library, diagnostics: &diagnostics)
        library.reportUnused(to: &diagnostics)
        guard let index, let group, let model, let languageModels, let explorer, let tests, let service,
            let catalogue
        else { return nil }
        (self.index, self.group, self.model) = (index, group, model)
        (self.languageModels, self.explorer) = (languageModels, explorer)
        (self.tests, self.service, self.catalogue) = (tests, service, catalogue)
        self.library = library
    }

    /// The fields that the templates may name.
    var fieldTables: String { library.fieldTables }

    func render(_ pages: [ReferencePage], below folder: String, common: FileSettings) -> [GeneratedFile] {
        pages.map { page in
            let bytes =
                switch page.content {
                case .index(let view): index.renderUTF8(view, common: common)
                case .group(let view): group.renderUTF8(view, common: common)
                case .model(let view): model.renderUTF8(view, common: common)
                case .languageModels(let view): languageModels.renderUTF8(view, common: common)
                case .explorer(let view): explorer.renderUTF8(view, common: common)
                case .tests(let view): tests.renderUTF8(view, common: common)
                case .service(let view): service.renderUTF8(view, common: common)
                case .catalogue(let page): catalogue.render(page, common: common)
                case .json(let json): Array(json.lines.joined(separator: "\n").utf8) + [0x0A]
                }
            return GeneratedFile(path: "\(folder)/\(page.path)", bytes: bytes)
        }
    }
}
