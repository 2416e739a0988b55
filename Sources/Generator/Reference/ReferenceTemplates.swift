import APIGenSourceText
import APIGenTemplating

/// A page to be rendered.
struct ReferencePage {
    enum Content {
        case index(IndexView)
        case group(GroupPageView)
        case model(ModelPageView)
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
    private let library: TemplateLibrary<FileSettings>

    /// Returns `nil` after a diagnostic of an error.
    init?(_ templates: [SourceFile], files: inout SourceFiles, diagnostics: inout Diagnostics) {
        let sources = templates.map { TemplateSource($0, in: &files) }
        var library = TemplateLibrary(sources, common: FileSettings.self, diagnostics: &diagnostics)
        let index = library.template("IndexPage", for: IndexView.self, diagnostics: &diagnostics)
        let group = library.template("GroupPage", for: GroupPageView.self, diagnostics: &diagnostics)
        let model = library.template("ModelPage", for: ModelPageView.self, diagnostics: &diagnostics)
        library.reportUnused(to: &diagnostics)
        guard let index, let group, let model else { return nil }
        (self.index, self.group, self.model, self.library) = (index, group, model, library)
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
                }
            return GeneratedFile(path: "\(folder)/\(page.path)", bytes: bytes)
        }
    }
}
