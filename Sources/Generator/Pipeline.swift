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
        guard let api = read(service) else { return nil }
        let views = SwiftPresenter(api, source: service.source).present()
        return templates?.render(views)
    }

    /// A package of a document: a manifest, and the client as its one module.
    public mutating func generate(_ request: PackageRequest) -> (name: String, files: [GeneratedFile])? {
        guard let document = decode(request.documentPath, configPath: request.configPath) else { return nil }
        let name = request.name ?? SwiftNames.module(document.info.title)
        let source = request.documentPath.split(separator: "/").last.map(String.init) ?? ""
        guard let api = lower(document, name) else { return nil }
        let presenter = SwiftPresenter(api, source: source)
        let manifest = presenter.presentPackage(runtimePath: request.runtimePath)
        let files = templates?.render(
            [manifest] + presenter.present().map { $0.moved(below: "Sources/\(name)") })
        return files.map { (name, $0) }
    }

    /// What becomes of each node of a document, or `nil` after an error.
    public mutating func account(of documentPath: String, configPath: String? = nil) -> Account? {
        let ledger = Ledger()
        guard let document = decode(documentPath, configPath: configPath, ledger) else { return nil }
        let name = SwiftNames.module(document.info.title)
        return lower(document, name, ledger).map { Account($0.lowering, ledger) }
    }

    /// What there is to make a client of, or `nil` after an error.
    mutating func read(_ service: Service) -> API? {
        decode(service.documentPath, configPath: service.configPath).flatMap { lower($0, service.name) }
    }

    /// Parses the files of a document and decodes what they hold.
    private mutating func decode(
        _ path: String,
        configPath: String?,
        _ ledger: Ledger? = nil,
    ) -> OpenAPI.Document? {
        let config = configPath.map { readConfig(at: $0) } ?? Config()
        diagnostics.rules = rules.completed(by: config.levels)
        var decoder = SpecDecoder(
            documents: DocumentSet(files: files, reader: reader), diagnostics: diagnostics)
        decoder.ledger = ledger
        let document = decoder.document(at: path)
        if !decoder.diagnostics.hasErrors { decoder.check(config.waivers) }
        ledger?.note(roots: decoder.documents.all)
        (files, diagnostics) = (decoder.documents.files, decoder.diagnostics)
        return diagnostics.hasErrors ? nil : document
    }

    /// What a config says as far as it can be read. Its own mistakes are errors, whatever the rules.
    private mutating func readConfig(at path: String) -> Config {
        diagnostics.rules = .strict
        var decoder = SpecDecoder(
            documents: DocumentSet(files: files, reader: reader), diagnostics: diagnostics)
        let config = decoder.config(at: path)
        (files, diagnostics) = (decoder.documents.files, decoder.diagnostics)
        return config
    }

    private mutating func lower(_ document: OpenAPI.Document, _ service: String) -> API? {
        lower(document, service, nil)?.api
    }

    private mutating func lower(
        _ document: OpenAPI.Document,
        _ service: String,
        _ ledger: Ledger?,
    ) -> (api: API, lowering: Lowering)? {
        var lowering = Lowering(
            document: document, service: service, diagnostics: diagnostics, ledger: ledger)
        let api = lowering.lower()
        diagnostics = lowering.diagnostics
        return diagnostics.hasErrors ? nil : (api, lowering)
    }
}

/// A document to make a package of.
public struct PackageRequest: Sendable {
    /// The name of the module; `nil` for the document's title.
    public let name: String?
    public let documentPath: String
    /// The file that says how to take the document, if there is one.
    public let configPath: String?
    /// Where the package finds the runtime, seen from its folder.
    public let runtimePath: String

    public init(name: String?, documentPath: String, configPath: String? = nil, runtimePath: String) {
        self.name = name
        self.documentPath = documentPath
        self.configPath = configPath
        self.runtimePath = runtimePath
    }
}

/// A service to make a client of.
public struct Service: Sendable {
    /// The name of the module: that of its folder.
    public let name: String
    public let documentPath: String
    /// The file that says how to take the document, if there is one.
    public let configPath: String?
    /// Where the document stands, as the generated files tell it.
    public let source: String

    public init(name: String, documentPath: String, configPath: String? = nil, source: String) {
        self.name = name
        self.documentPath = documentPath
        self.configPath = configPath
        self.source = source
    }
}
