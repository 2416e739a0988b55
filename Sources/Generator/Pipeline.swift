public import SourceText
import Templating
import YAML

/// From a document to the files of its client. Each stage reports what is wrong and carries on with what it can;
/// the next one starts only if there was no error.
public struct Pipeline {
    public private(set) var files = SourceFiles()
    public private(set) var diagnostics: Diagnostics
    private let reader: any FileReader
    private let rules: Rules
    private let templates: SwiftTemplates?

    /// - Parameters:
    ///   - templates: The paths of the template files.
    ///   - rules: What counts as an error, unless the config of a document says otherwise of what they leave open.
    public init(reader: any FileReader, templates paths: [String], rules: Rules = .strict) {
        self.reader = reader
        self.rules = rules
        diagnostics = Diagnostics(rules: rules)
        templates = SwiftTemplates(paths, reader: reader, files: &files, diagnostics: &diagnostics)
    }

    /// A pipeline that writes no files.
    public init(reader: any FileReader, rules: Rules) {
        self.reader = reader
        self.rules = rules
        diagnostics = Diagnostics(rules: rules)
        templates = nil
    }

    /// The files of a service's client, or `nil` after an error.
    public mutating func generate(_ service: Service) -> [GeneratedFile]? {
        onDeepStack { generateFiles(of: service) }
    }

    private mutating func generateFiles(of service: Service) -> [GeneratedFile]? {
        guard let name = module(named: service.name),
            let (document, api) = read(service.document, as: name)
        else { return nil }
        return present(api, of: document, source: service.source).flatMap { templates?.render($0) }
    }

    /// A package of a document: a manifest, and the client as its one module.
    public mutating func generate(_ request: PackageRequest) -> (name: String, files: [GeneratedFile])? {
        onDeepStack { generatePackage(by: request) }
    }

    private mutating func generatePackage(
        by request: PackageRequest
    ) -> (name: String, files: [GeneratedFile])? {
        let name = request.name.map { module(named: $0) }
        if case .some(nil) = name { return nil }
        guard let (document, api) = read(request.document, as: name.flatMap(\.self)) else { return nil }
        let source = request.document.path.split(separator: "/").last.map(String.init) ?? ""
        let manifest = SwiftPresenter(api, source: source)
            .presentPackage(runtimePath: request.runtimePath)
        let files = present(api, of: document, source: source).flatMap { files in
            templates?.render([manifest] + files.map { $0.moved(below: "Sources/\(api.service)") })
        }
        return files.map { (api.service, $0) }
    }

    /// The name of a module, made of one that somebody chose; `nil` after a report.
    private mutating func module(named text: String) -> String? {
        let name = SwiftNames.module(named: text)
        if name == nil { diagnostics.report(.unusableName(text)) }
        return name
    }

    /// What the files are to hold, or `nil` if something got lost.
    private mutating func present(_ api: API, of document: OpenAPI.Document, source: String) -> [SwiftFile]? {
        let files = SwiftPresenter(api, source: source).present()
        let faults = Completeness(document: document, api: api, files: files).faults
        for fault in faults { diagnostics.report(.incomplete(fault)) }
        return faults.isEmpty ? files : nil
    }

    /// What becomes of each node of a document, or `nil` after an error.
    public mutating func account(of request: DocumentRequest) -> Account? {
        onDeepStack { drawUpAccount(of: request) }
    }

    private mutating func drawUpAccount(of request: DocumentRequest) -> Account? {
        let ledger = Ledger()
        guard let (document, config) = decode(request, recordingIn: ledger) else { return nil }
        let name = SwiftNames.module(title: document.info.title)
        guard let (api, lowering) = lower(document, as: name, by: config, recordingIn: ledger) else {
            return nil
        }
        // What reaches a reader shows where the comments are written.
        _ = SwiftPresenter(api, source: request.path, tell: ledger.tell).present()
        let account = Account(lowering, ledger: ledger)
        for place in account.idleWaivers { diagnostics.report(.idleWaiver(at: place)) }
        return diagnostics.hasErrors ? nil : account
    }

    /// What there is to make a client of, or `nil` after an error.
    mutating func read(_ service: Service) -> API? {
        onDeepStack { module(named: service.name).flatMap { read(service.document, as: $0) }?.api }
    }

    private mutating func read(
        _ request: DocumentRequest,
        as name: String?,
    ) -> (document: OpenAPI.Document, api: API)? {
        let ledger = Ledger()
        guard let (document, config) = decode(request, recordingIn: ledger) else { return nil }
        let service = name ?? SwiftNames.module(title: document.info.title)
        guard let (api, lowering) = lower(document, as: service, by: config, recordingIn: ledger) else {
            return nil
        }
        // Drawing up an account takes as long as lowering, which only pays where a loss is an error.
        if diagnostics.rules.level(of: .unaccounted) == .error {
            let account = Account(lowering, ledger: ledger)
            for loss in account.losses { diagnostics.report(.unaccounted(loss)) }
            for place in account.idleWaivers { diagnostics.report(.idleWaiver(at: place)) }
        }
        return diagnostics.hasErrors ? nil : (document, api)
    }

    /// Parses the files of a document and decodes what they hold.
    private mutating func decode(
        _ document: DocumentRequest,
        recordingIn ledger: Ledger,
    ) -> (OpenAPI.Document, Config)? {
        let (config, overlays) = readSettings(of: document)
        diagnostics.rules = rules.completed(by: config.levels)
        diagnostics.ownFiles = Set(overlays.map(\.file))
        let documents = DocumentSet(
            files: files, reader: reader, patches: overlays, referenceFolders: config.referenceFolders)
        var decoder = SpecDecoder(documents: documents, diagnostics: diagnostics)
        defer { (files, diagnostics) = (decoder.references.documents.files, decoder.diagnostics) }
        let decoded = decoder.document(at: document.path)
        if !decoder.diagnostics.hasErrors {
            for (node, place) in decoder.waived(by: config.waivers) { ledger.waive(node, at: place) }
        }
        if !decoder.diagnostics.hasErrors { decoder.checkOverlays() }
        ledger.note(decoder.record)
        for name in decoder.references.usedNames { ledger.note(name, .typed) }
        ledger.note(roots: decoder.references.documents.all)
        return decoder.diagnostics.hasErrors
            ? nil : decoded.map { ($0.readingAsStrings(config.stringFormats), config) }
    }

    /// What was said about a document elsewhere, as far as it can be read. Mistakes in it are errors, whatever the
    /// rules for the document are.
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
        recordingIn ledger: Ledger,
    ) -> (api: API, lowering: Lowering)? {
        let lowering = Lowering(
            document: document, service: service, undeclaredProperties: config.undeclaredProperties,
            diagnostics: diagnostics, ledger: ledger)
        let api = lowering.lower()
        diagnostics = lowering.builder.diagnostics
        for clash in Identifiers(api).clashes { diagnostics.report(clash) }
        return diagnostics.hasErrors ? nil : (api, lowering)
    }
}
