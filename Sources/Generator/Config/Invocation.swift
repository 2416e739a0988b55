import APIGenSourceText
import APIGenYAML

/// What `gen.yaml` says about the run itself. Paths are relative to the working directory.
public struct Invocation: Sendable {
    /// Where the client is written.
    public enum Output: Sendable {
        /// A folder that becomes a package.
        case package(String)
        /// A folder of sources in a target.
        case sources(String)
    }

    /// Where the package has the runtime from.
    public enum Runtime: Sendable {
        case vendored
        /// The text as it is written: relative to the package, unless it is absolute.
        case path(String)
        case url(String, version: String)
    }

    /// The document; `nil` for the one beside the config.
    public let document: String?
    public let output: Output?
    /// The name of the module; `nil` for one made from the title.
    public let module: String?
    public let runtime: Runtime?
    /// Modules of the runtime to copy in addition to those that the client imports.
    public let modules: [RuntimeModule]
    /// Packages that the package of the client depends on, for types that the user brings.
    public let packages: [PackageDependency]
    /// A folder with templates.
    public let templates: String?
    /// Whether every mistake in the document is an error.
    public let isStrict: Bool?
    /// The folders of other configs.
    public let services: [String]
}

extension Invocation {
    init() {
        self.init(
            document: nil, output: nil, module: nil, runtime: nil, modules: [], packages: [], templates: nil,
            isStrict: nil,
            services: [])
    }

    init(in object: inout ObjectFields, by decoder: inout SettingsDecoder) {
        let (package, sources) = (object["package"], object["sources"])
        if package != nil, let sources { decoder.diagnostics.report(.twoOutputs(at: sources)) }
        let output =
            decoder.path(package).map(Output.package) ?? decoder.path(sources).map(Output.sources)
        self.init(
            document: decoder.document(object["document"]),
            output: output,
            module: decoder.text(object["module"]),
            runtime: object["runtime"].flatMap { Runtime($0, by: &decoder) },
            modules: decoder.list(object["with"], of: "modules") {
                $0.choice($1, as: "a module of the runtime")
            },
            packages: decoder.list(object["packages"], of: "packages") { PackageDependency($1, by: &$0) },
            templates: decoder.path(object["templates"]),
            isStrict: decoder.boolean(object["strict"]),
            services: decoder.list(object["services"], of: "folders") { $0.path($1) },
        )
    }
}

extension Invocation.Runtime {
    /// A word, a path, or a URL with its version.
    fileprivate init?(_ node: Node, by decoder: inout SettingsDecoder) {
        guard node.kind == .mapping else {
            guard let text = decoder.text(node) else { return nil }
            self = text == "vendored" ? .vendored : .path(text)
            return
        }
        guard var object = decoder.object(node, as: "runtime") else { return nil }
        defer { decoder.finish(object) }
        guard let (url, version) = decoder.urlWithVersion(in: &object) else { return nil }
        self = .url(url, version: version)
    }
}

extension SettingsDecoder {
    /// The path of a document, which can be read.
    fileprivate mutating func document(_ node: Node?) -> String? {
        guard let node, let path = path(node) else { return nil }
        do {
            _ = try documents.reader.read(path)
        } catch {
            diagnostics.report(.unread(path, error, at: node.range))
        }
        return path
    }

    /// A path, which is written relative to the file.
    fileprivate mutating func path(_ node: Node?) -> String? {
        // The working directory itself has the empty path.
        locatedText(node).map { documents.resolve($0).value }.map { $0.isEmpty ? "." : $0 }
    }
}
