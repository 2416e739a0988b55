public import APIGenSourceText
import APIGenTemplating
import APIGenYAML

/// Generates the files of a client from a document. Each stage reports errors and continues as far as possible; the
/// next stage starts only if there were none.
public struct Pipeline {
    public private(set) var files = SourceFiles()
    public private(set) var diagnostics: Diagnostics
    private let reader: any FileReader
    private let rules: Rules
    private let templates: SwiftTemplates?
    private let pages: ReferenceTemplates?

    /// - Parameters:
    ///   - templates: The template files of the code, each named after its template.
    ///   - pages: Those of the pages about the code.
    ///   - rules: The levels of rules. The config of a document sets the levels of others.
    public init(
        reader: any FileReader, templates sources: [SourceFile], pages pageSources: [SourceFile] = [],
        rules: Rules = .strict,
    ) {
        self.reader = reader
        self.rules = rules
        diagnostics = Diagnostics(rules: rules)
        templates = SwiftTemplates(sources, files: &files, diagnostics: &diagnostics)
        pages =
            pageSources.isEmpty
            ? nil : ReferenceTemplates(pageSources, files: &files, diagnostics: &diagnostics)
    }

    /// Creates a pipeline that generates no files.
    public init(reader: any FileReader, rules: Rules) {
        self.reader = reader
        self.rules = rules
        diagnostics = Diagnostics(rules: rules)
        (templates, pages) = (nil, nil)
    }

    /// The fields that templates may name, in Markdown; `nil` if the templates have mistakes.
    public var templateFields: String? {
        templates.map { [$0.fieldTables, pages?.fieldTables].compactMap(\.self).joined(separator: "\n") }
    }

    /// The files of a service's client, or `nil` after an error.
    public mutating func generate(_ service: Service) -> [GeneratedFile]? {
        onDeepStack { generateFiles(of: service) }
    }

    private mutating func generateFiles(of service: Service) -> [GeneratedFile]? {
        guard let lowered = read(service.document, named: service.name) else { return nil }
        let file = FileSettings(
            source: service.source ?? lowered.source, header: lowered.config.header,
            access: lowered.config.access)
        return present(lowered).flatMap { templates?.render($0, common: file) }.map {
            $0 + reference(to: lowered, file) + catalogue(of: lowered, file)
        }
    }

    /// Generates a package with a manifest and the client as its only module.
    public mutating func generate(_ request: PackageRequest) -> (name: String, files: [GeneratedFile])? {
        onDeepStack { generatePackage(by: request) }
    }

    private mutating func generatePackage(
        by request: PackageRequest
    ) -> (name: String, files: [GeneratedFile])? {
        guard let lowered = read(request.document, named: request.name) else { return nil }
        let api = lowered.api
        let package = presenter(of: lowered).presentPackage(
            on: request.runtime, and: request.packages, hasTests: request.hasTests)
        let file = FileSettings(
            source: lowered.source, header: lowered.config.header,
            access: lowered.config.access, runtimePrefix: package.runtimePrefix)
        let files = present(lowered).flatMap { files in
            templates?.render(
                [package.manifest] + files.map { $0.moved(below: "Sources/\(api.service)") }, common: file)
        }
        let catalogue = catalogue(of: lowered, file).map { page in
            GeneratedFile(path: "Sources/\(api.service)/\(page.path)", bytes: page.bytes)
        }
        let others =
            reference(to: lowered, file) + catalogue + (request.hasTests ? tests(of: lowered, file) : [])
        return files.map { (api.service, $0 + package.copies + others) }
    }

    /// The pages about a client, if its config asks for them.
    private func reference(to lowered: LoweredDocument, _ file: FileSettings) -> [GeneratedFile] {
        guard let pages else { return [] }
        let presenter = ReferencePresenter(
            lowered.api, identifiers: lowered.identifiers, runtimePrefix: file.runtimePrefix)
        let asked = presenter.present(lowered.config.documentation)
        return pages.render(asked, below: "Documentation", common: file)
    }

    /// The catalogue for DocC, beside the code, if the config asks for it.
    private func catalogue(of lowered: LoweredDocument, _ file: FileSettings) -> [GeneratedFile] {
        guard lowered.config.documentation.contains(.docc), let pages else { return [] }
        let presenter = CataloguePresenter(
            lowered.api, identifiers: lowered.identifiers, runtimePrefix: file.runtimePrefix)
        return pages.render(presenter.present(), below: presenter.folder, common: file)
    }

    /// Tests that hold a client against its document, which they read themselves.
    private func tests(of lowered: LoweredDocument, _ file: FileSettings) -> [GeneratedFile] {
        guard let pages else { return [] }
        let presenter = ReferencePresenter(
            lowered.api, identifiers: lowered.identifiers, runtimePrefix: file.runtimePrefix)
        let folder = "Tests/\(lowered.api.service)Tests"
        let bundle = GeneratedFile(
            path: "\(folder)/Document.json", bytes: Array(lowered.documents.bundle.utf8))
        return pages.render(presenter.presentTests(access: file.access), below: folder, common: file) + [
            bundle
        ]
    }

    /// The name of a module, from a chosen name; `nil` after a diagnostic.
    private mutating func module(named text: String) -> String? {
        let name = SwiftNames.module(named: text)
        if name == nil { diagnostics.report(.unusableName(text)) }
        return name
    }

    /// The views of the files, or `nil` if they are incomplete.
    private mutating func present(_ lowered: LoweredDocument) -> [SwiftFile]? {
        let files = presenter(of: lowered).present()
        let faults = Completeness(document: lowered.document, api: lowered.api, files: files).faults
        for fault in faults { diagnostics.report(.incomplete(fault)) }
        return faults.isEmpty ? files : nil
    }

    private func presenter(of lowered: LoweredDocument) -> SwiftPresenter {
        SwiftPresenter(lowered.api, identifiers: lowered.identifiers)
    }

    /// Reports how each node of a document is represented, or returns `nil` after an error.
    public mutating func coverage(of request: DocumentRequest) -> CoverageReport? {
        onDeepStack { reportCoverage(of: request) }
    }

    private mutating func reportCoverage(of request: DocumentRequest) -> CoverageReport? {
        let recorder = CoverageRecorder()
        guard let (document, config, _) = decode(request, recordingIn: recorder) else { return nil }
        let name = SwiftNames.module(title: document.info.title)
        guard let (api, identifiers, lowering) = lower(document, as: name, by: config, recordingIn: recorder)
        else { return nil }
        // Presenting the files records which texts are included in comments.
        let presenter = SwiftPresenter(
            api, identifiers: identifiers, tell: recorder.tell)
        _ = presenter.present()
        let pages = ReferencePresenter(api, identifiers: identifiers, tell: recorder.tell)
        _ = pages.present(config.documentation)
        if config.documentation.contains(.docc) {
            _ = CataloguePresenter(api, identifiers: identifiers, tell: recorder.tell).present()
        }
        let coverage = report(on: lowering, by: recorder)
        for place in coverage.idleWaivers { diagnostics.report(.idleWaiver(at: place)) }
        return diagnostics.hasErrors ? nil : coverage
    }

    private func report(on lowering: Lowering, by recorder: CoverageRecorder) -> CoverageReport {
        CoverageReport(recorder, diagnostics: lowering.builder.diagnostics.found) { type in
            lowering.builder.table[type].direction
        }
    }

    /// The API of a service, or `nil` after an error.
    mutating func read(_ service: Service) -> API? {
        onDeepStack { read(service.document, named: service.name)?.api }
    }

    /// - Parameter text: The name as it was chosen; `nil` for the title.
    private mutating func read(_ request: DocumentRequest, named text: String?) -> LoweredDocument? {
        let name = text.map { module(named: $0) }
        if case .some(nil) = name { return nil }
        let recorder = CoverageRecorder()
        guard let (document, config, documents) = decode(request, recordingIn: recorder) else { return nil }
        let service = name.flatMap(\.self) ?? SwiftNames.module(title: document.info.title)
        // Recording the outcomes of nodes takes time.
        let isLossAnError = diagnostics.rules.level(of: .unaccounted) == .error
        guard
            let (api, identifiers, lowering) = lower(
                document, as: service, by: config, recordingIn: isLossAnError ? recorder : nil)
        else { return nil }
        if isLossAnError {
            let coverage = report(on: lowering, by: recorder)
            for loss in coverage.losses { diagnostics.report(.unaccounted(loss)) }
            for place in coverage.idleWaivers { diagnostics.report(.idleWaiver(at: place)) }
        }
        return diagnostics.hasErrors
            ? nil
            : LoweredDocument(
                document: document, documents: documents, config: config, api: api, identifiers: identifiers)
    }

    /// Parses and decodes the files of a document.
    private mutating func decode(
        _ document: DocumentRequest,
        recordingIn recorder: CoverageRecorder,
    ) -> (OpenAPI.Document, Config, DocumentSet)? {
        let (config, overlays) = readSettings(of: document)
        diagnostics.rules = levels(for: document, by: config)
        diagnostics.ownFiles = Set(overlays.map(\.file))
        let documents = DocumentSet(
            files: files, reader: reader,
            patches: overlays + [config.optionalProperties].compactMap(\.self),
            referenceFolders: config.referenceFolders)
        var decoder = SpecDecoder(documents: documents, diagnostics: diagnostics)
        defer { (files, diagnostics) = (decoder.references.documents.files, decoder.diagnostics) }
        let decoded = decoder.document(at: document.path)
        if !decoder.diagnostics.hasErrors {
            for (node, place) in decoder.waived(by: config.waivers) { recorder.waive(node, at: place) }
        }
        if !decoder.diagnostics.hasErrors { decoder.checkOverlays() }
        recorder.note(decoder.record)
        for name in decoder.references.usedNames { recorder.note(name.id, as: .typed) }
        recorder.note(roots: decoder.references.documents.all)
        if let decoded {
            report(config.operations, in: decoded, by: &decoder)
            for mistake in config.ownTypes.mistakes(in: decoded) { decoder.diagnostics.report(mistake) }
        }
        return decoder.diagnostics.hasErrors
            ? nil
            : decoded.map {
                (reduce($0, by: config, recordingIn: recorder), config, decoder.references.documents)
            }
    }

    /// What the command says comes first, then the config, and then the default for the document.
    private func levels(for document: DocumentRequest, by config: Config) -> Rules {
        let usual = document.rules ?? rules
        let base =
            switch config.invocation.isStrict {
            case true?: Rules.strict
            // A command that asks to be strict is.
            case false?: document.rules == nil ? rules : Rules.lenient
            case nil: usual
            }
        return base.completed(by: rules.levels).completed(by: config.levels)
    }

    /// The entries of a filter that have no effect are errors, as the document may have changed.
    private func report(
        _ filter: OperationFilter, in document: OpenAPI.Document, by decoder: inout SpecDecoder,
    ) {
        let items = document.paths + document.webhooks
        let names =
            items.flatMap(\.operations).flatMap { $0.tags.map(\.value) + [$0.id?.value].compactMap(\.self) }
            + items.map(\.template.value)
        for entry in filter.idle(in: document) {
            decoder.diagnostics.report(.idleSelection(entry, among: names))
        }
    }

    /// The document as the config wants it. What it leaves out counts as not needed.
    private func reduce(
        _ document: OpenAPI.Document, by config: Config, recordingIn recorder: CoverageRecorder,
    ) -> OpenAPI.Document {
        let document = document.readingAsStrings(config.stringFormats)
        guard let filtered = config.operations.filtered(document) else { return document }
        for operation in filtered.omitted { recorder.note(operation.node.id, as: .unreached) }
        return filtered
    }

    /// The name of the module that a document becomes, or `nil` after an error.
    ///
    /// - Parameter text: The name as it was chosen; `nil` for the title.
    public mutating func moduleName(of request: DocumentRequest, named text: String?) -> String? {
        onDeepStack {
            guard let (document, _, _) = decode(request, recordingIn: CoverageRecorder()) else { return nil }
            return text.map { module(named: $0) } ?? SwiftNames.module(title: document.info.title)
        }
    }

    /// What a config says about the run itself, or `nil` after an error in it.
    public mutating func invocation(of config: String) -> Invocation? {
        let count = diagnostics.found.count { $0.severity == .error }
        let (config, _) = readSettings(of: DocumentRequest(path: "", configPath: config))
        return diagnostics.found.count { $0.severity == .error } > count ? nil : config.invocation
    }

    /// The config and overlays of a document, as far as they can be read. Mistakes in them are always errors, whatever
    /// the levels of the document's rules.
    private mutating func readSettings(of document: DocumentRequest) -> (Config, [Overlay]) {
        diagnostics.rules = .strict
        var decoder = SettingsDecoder(
            documents: DocumentSet(files: files, reader: reader), diagnostics: diagnostics)
        defer { (files, diagnostics) = (decoder.documents.files, decoder.diagnostics) }
        let config = document.configPath.map { Config(at: $0, by: &decoder) } ?? Config()
        let overlays =
            config.overlays.compactMap { Overlay(at: $0.value, from: $0.range, by: &decoder) }
            + document.overlayPaths.compactMap { Overlay(at: $0, from: nil, by: &decoder) }
        return (config, overlays)
    }

    private mutating func lower(
        _ document: OpenAPI.Document,
        as service: String,
        by config: Config,
        recordingIn recorder: CoverageRecorder?,
    ) -> (api: API, identifiers: Identifiers, lowering: Lowering)? {
        let lowering = Lowering(
            document: document, service: service, config: config,
            diagnostics: diagnostics, recorder: recorder)
        let api = lowering.lower()
        diagnostics = lowering.builder.diagnostics
        let identifiers = Identifiers(api)
        for clash in identifiers.clashes { diagnostics.report(clash) }
        return diagnostics.hasErrors ? nil : (api, identifiers, lowering)
    }
}

/// A decoded document and its API.
private struct LoweredDocument {
    let document: OpenAPI.Document
    /// The files of the document.
    let documents: DocumentSet
    let config: Config
    let api: API
    let identifiers: Identifiers

    /// The document in words, as its file may be called by a version.
    var source: String { "the OpenAPI document of \(api.service)" }
}
