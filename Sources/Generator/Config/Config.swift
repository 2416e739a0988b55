import APIGenSourceText

/// The contents of `gen.yaml`: options for a document.
struct Config: Sendable {
    /// A part of the document that is deliberately not represented in the client.
    struct Waiver: Sendable {
        /// The part: a file, relative to the working directory, and a JSON pointer (RFC 6901) into it.
        let file: String
        let pointer: [String]
        let reason: String
        /// The reference to the part.
        let reference: Reference
    }

    /// What happens to undeclared properties of a value that is received and sent back.
    enum UndeclaredProperties: String, CaseIterable {
        case keep, drop
    }

    /// Whether all models can be both decoded and encoded, or only as operations need.
    enum Models: String, CaseIterable {
        case codable, directional
    }

    /// Whether operations have pages only where `x-pagination` declares them, or also where names leave no doubt.
    enum Pages: String, CaseIterable {
        case found, declared
    }

    /// What is written about the client, beside its comments.
    enum Documentation: String, CaseIterable {
        /// Pages in Markdown.
        case markdown
        /// A catalogue for DocC.
        case docc
        /// An example of the response to each operation, in JSON.
        case examples
        /// A page in HTML on which all of it can be searched.
        case explorer
    }

    var invocation = Invocation()
    var operations = OperationFilter()
    /// What the names of the module's types begin with, so that several clients can be in one target.
    var typePrefix = ""
    /// Who may use the declarations of the client.
    var access = AccessLevel.public
    /// The text in front of each file, such as a license.
    var header = ""
    var levels: [Rule: Rules.Level] = [:]
    var models = Models.codable
    var pages = Pages.found
    var undeclaredProperties = UndeclaredProperties.keep
    /// Whether each group of operations has a protocol.
    var hasProtocols = false
    var documentation: Set<Documentation> = []
    /// The steps by which names in the document become identifiers.
    var nameSteps = Set(API.NameStep.allCases)
    /// Folders that references may lead to, in addition to the folder of the document, relative to the working
    /// directory.
    var referenceFolders: [String] = []
    /// Formats whose values are plain strings instead of a Swift type.
    var stringFormats: [StrictFormat] = []
    /// The Swift types of schemas and formats that the user brings.
    var ownTypes = OwnTypes()
    /// Required properties that are treated as optional.
    var optionalProperties: OptionalProperties?
    var waivers: [Waiver] = []
    /// The paths of overlays, relative to the working directory, in the order in which they apply.
    var overlays: [OpenAPI.Located<String>] = []
}

extension OpenAPI.Document {
    /// The document with strings of some formats as plain strings.
    func readingAsStrings(_ formats: [StrictFormat]) -> Self {
        var document = self
        let names = formats.map(\.rawValue)
        for id in schemas.ids where schemas[id]?.format.map({ names.contains($0.value) }) ?? false {
            document.schemas[id]?.hasStrictFormat = false
        }
        return document
    }
}
