/// A document, and what else is said about it.
public struct DocumentRequest: Sendable {
    public let path: String
    /// The file that says how to take the document, if there is one.
    public let configPath: String?
    /// Overlays that change the document, in this order, after those that the config names.
    public let overlayPaths: [String]

    public init(path: String, configPath: String? = nil, overlayPaths: [String] = []) {
        self.path = path
        self.configPath = configPath
        self.overlayPaths = overlayPaths
    }
}

/// A document to make a package of.
public struct PackageRequest: Sendable {
    /// The name of the module; `nil` for the document's title.
    public let name: String?
    public let document: DocumentRequest
    /// Where the package finds the runtime, seen from its folder.
    public let runtimePath: String

    public init(name: String?, document: DocumentRequest, runtimePath: String) {
        self.name = name
        self.document = document
        self.runtimePath = runtimePath
    }
}

/// A service to make a client of.
public struct Service: Sendable {
    /// The name of the module: that of its folder.
    public let name: String
    public let document: DocumentRequest
    /// Where the document stands, as the generated files tell it.
    public let source: String

    public init(name: String, document: DocumentRequest, source: String) {
        self.name = name
        self.document = document
        self.source = source
    }
}
