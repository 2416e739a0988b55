public import SourceText
import Templating
import YAML

/// From a document to the files of its client. Each stage reports what is wrong and carries on with what it can;
/// the next one starts only if there was no error.
public struct Pipeline {
    public private(set) var files = SourceFiles()
    public private(set) var diagnostics = Diagnostics()
    private let reader: any FileReader
    private let templates: SwiftTemplates?

    /// - Parameter templates: The paths of the template files.
    public init(reader: any FileReader, templates paths: [String]) {
        self.reader = reader
        templates = SwiftTemplates(paths, reader: reader, files: &files, diagnostics: &diagnostics)
    }

    /// The files of a service's client, or `nil` after an error.
    public mutating func generate(_ service: Service) -> [GeneratedFile]? {
        guard let api = read(service) else { return nil }
        let views = SwiftPresenter(api, source: service.source).present()
        return templates?.render(views)
    }

    /// What there is to make a client of, or `nil` after an error.
    mutating func read(_ service: Service) -> API? {
        decode(service.documentPath).flatMap { lower($0, service.name) }
    }

    /// Parses the files of a document and decodes what they hold.
    private mutating func decode(_ path: String) -> OpenAPI.Document? {
        var decoder = SpecDecoder(
            documents: DocumentSet(files: files, reader: reader), diagnostics: diagnostics)
        let document = decoder.document(at: path)
        (files, diagnostics) = (decoder.documents.files, decoder.diagnostics)
        return diagnostics.hasErrors ? nil : document
    }

    private mutating func lower(_ document: OpenAPI.Document, _ service: String) -> API? {
        var lowering = Lowering(document: document, service: service, diagnostics: diagnostics)
        let api = lowering.lower()
        diagnostics = lowering.diagnostics
        return diagnostics.hasErrors ? nil : api
    }
}

/// A service to make a client of.
public struct Service: Sendable {
    /// The name of the module: that of its folder.
    public let name: String
    public let documentPath: String
    /// Where the document stands, as the generated files tell it.
    public let source: String

    public init(name: String, documentPath: String, source: String) {
        self.name = name
        self.documentPath = documentPath
        self.source = source
    }
}
