import APIGenSourceText
import APIGenTemplating

/// A page of a catalogue for DocC.
enum CataloguePage {
    case landing(CatalogueView)
    case group(CatalogueGroupView)
    case firstCall(FirstCallView)
    case access(AccessView)
    case pages(OperationsView)
    case changes(OperationsView)
    case streams(OperationsView)
    case failures(FailuresView)
    case tests(ClientTestsView)
}

/// The templates of a catalogue for DocC, checked against their views.
struct CatalogueTemplates {
    private let landing: Template<CatalogueView, FileSettings>
    private let group: Template<CatalogueGroupView, FileSettings>
    private let firstCall: Template<FirstCallView, FileSettings>
    private let access: Template<AccessView, FileSettings>
    private let pages: Template<OperationsView, FileSettings>
    private let changes: Template<OperationsView, FileSettings>
    private let streams: Template<OperationsView, FileSettings>
    private let failures: Template<FailuresView, FileSettings>
    private let tests: Template<ClientTestsView, FileSettings>

    /// Returns `nil` after a diagnostic of an error.
    init?(in library: inout TemplateLibrary<FileSettings>, diagnostics: inout Diagnostics) {
        let landing = library.template("Catalogue", for: CatalogueView.self, diagnostics: &diagnostics)
        let group = library.template(
            "CatalogueGroup", for: CatalogueGroupView.self, diagnostics: &diagnostics)
        let firstCall = library.template(
            "GettingStarted", for: FirstCallView.self, diagnostics: &diagnostics)
        let access = library.template("Authorization", for: AccessView.self, diagnostics: &diagnostics)
        let pages = library.template("ReadingPages", for: OperationsView.self, diagnostics: &diagnostics)
        let changes = library.template(
            "PartialUpdates", for: OperationsView.self, diagnostics: &diagnostics)
        let streams = library.template(
            "ReadingStreams", for: OperationsView.self, diagnostics: &diagnostics)
        let failures = library.template(
            "HandlingErrors", for: FailuresView.self, diagnostics: &diagnostics)
        let tests = library.template("Testing", for: ClientTestsView.self, diagnostics: &diagnostics)
        guard let landing, let group, let firstCall, let access, let pages, let changes, let streams,
            let failures, let tests
        else { return nil }
        (self.landing, self.group, self.firstCall, self.access) = (landing, group, firstCall, access)
        (self.pages, self.changes, self.streams) = (pages, changes, streams)
        (self.failures, self.tests) = (failures, tests)
    }

    func render(_ page: CataloguePage, common: FileSettings) -> [UInt8] {
        switch page {
        case .landing(let view): landing.renderUTF8(view, common: common)
        case .group(let view): group.renderUTF8(view, common: common)
        case .firstCall(let view): firstCall.renderUTF8(view, common: common)
        case .access(let view): access.renderUTF8(view, common: common)
        case .pages(let view): pages.renderUTF8(view, common: common)
        case .changes(let view): changes.renderUTF8(view, common: common)
        case .streams(let view): streams.renderUTF8(view, common: common)
        case .failures(let view): failures.renderUTF8(view, common: common)
        case .tests(let view): tests.renderUTF8(view, common: common)
        }
    }
}
