public import APIGenSourceText

/// A document with its options and overlays.
public struct DocumentRequest: Sendable {
    public let path: String
    /// The path of the `gen.yaml`, if there is one.
    public let configPath: String?
    /// The paths of overlays, which apply in this order after those in the config.
    public let overlayPaths: [String]
    /// The levels of rules that the config does not set; `nil` for those of the pipeline.
    public let rules: Rules?

    public init(
        path: String, configPath: String? = nil, overlayPaths: [String] = [], rules: Rules? = nil,
    ) {
        self.path = path
        self.configPath = configPath
        self.overlayPaths = overlayPaths
        self.rules = rules
    }
}

/// A request to generate a package from a document.
public struct PackageRequest: Sendable {
    /// The name of the module; `nil` for the document's title.
    public let name: String?
    public let document: DocumentRequest
    public let runtime: RuntimeSource
    /// Packages that it depends on, for types that the user brings.
    public let packages: [PackageDependency]
    /// Whether the package has tests that hold the client against the document.
    public let hasTests: Bool

    public init(
        name: String?, document: DocumentRequest, runtime: RuntimeSource,
        packages: [PackageDependency] = [], hasTests: Bool = false,
    ) {
        self.name = name
        self.document = document
        self.runtime = runtime
        self.packages = packages
        self.hasTests = hasTests
    }
}

/// A service to generate a client for.
public struct Service: Sendable {
    /// The name that the client is called by; `nil` for the document's title.
    public let name: String?
    public let document: DocumentRequest
    /// The location of the document as shown in generated files; `nil` for words.
    public let source: String?

    public init(name: String?, document: DocumentRequest, source: String?) {
        self.name = name
        self.document = document
        self.source = source
    }
}
