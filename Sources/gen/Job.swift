import APIGenEmbeddedFiles
import APIGenSourceText
import APIGenerator
import Foundation

/// A client to generate, and where it goes.
struct Job {
    enum Request {
        case package(PackageRequest)
        case sources(Service)
    }

    /// The name of the client in messages.
    let name: String
    let request: Request
    /// The folder that the output goes to.
    let output: String
}

/// Reads the configs of a run.
struct JobReader {
    let disk: Disk
    /// The folder of the specs, and that of the clients, where services have no other.
    let specs: String
    let output: String
    private(set) var jobs: [Job] = []
    /// The folder with templates that a config names.
    private(set) var templates: String?
    private(set) var mistakes: [Diagnostic] = []
    private var pipeline: Pipeline
    private var read: Set<String> = []

    init(disk: Disk, specs: String, output: String) {
        (self.disk, self.specs, self.output) = (disk, specs, output)
        pipeline = Pipeline(reader: disk, rules: .strict)
    }

    /// What was read, if it has errors.
    var faulty: Pipeline? { pipeline.diagnostics.hasErrors ? pipeline : nil }

    /// Adds the services below the specs.
    mutating func addSpecs() {
        // The source does not depend on the working directory, since generated files contain it.
        let source = URL(fileURLWithPath: specs).lastPathComponent
        for name in disk.folders(in: specs) {
            let folder = "\(specs)/\(name)"
            let config = disk.exists("\(folder)/gen.yaml") ? "\(folder)/gen.yaml" : nil
            guard config != nil || disk.document(in: folder) != nil else { continue }
            add(
                config, in: folder, otherwise: .sources("\(output)/\(name)"), named: name,
                source: "\(source)/\(name)")
        }
    }

    /// Adds what a config asks for.
    mutating func add(_ config: String) {
        guard read.insert(disk.identity(of: config)).inserted else { return }
        let folder =
            config.contains("/") ? String(config[..<(config.lastIndex(of: "/") ?? config.endIndex)]) : "."
        add(config, in: folder, otherwise: nil, named: nil, source: nil)
    }

    private mutating func add(
        _ config: String?, in folder: String, otherwise output: Invocation.Output?, named name: String?,
        source: String?,
    ) {
        let invocation = config.flatMap { pipeline.invocation(of: $0) }
        // A config with errors asks for nothing.
        guard (config == nil) == (invocation == nil) else { return }
        for service in invocation?.services ?? [] { add("\(service)/gen.yaml") }
        if let folder = invocation?.templates { templates = folder }
        let document = invocation?.document ?? disk.document(in: folder)
        guard let output = invocation?.output ?? output else {
            let isList = !(invocation?.services.isEmpty ?? true)
            if !isList, let config { mistakes.append(.noOutput(config)) }
            return
        }
        guard let document else {
            mistakes.append(.noDocument(in: folder))
            return
        }
        // Documents of others break the letter of the standard.
        let request = DocumentRequest(
            path: document, configPath: config, rules: name == nil ? .lenient : .strict)
        let module = invocation?.module ?? name
        switch output {
        case .package(let folder):
            let package = PackageRequest(
                name: module, document: request, runtime: runtime(invocation, output: folder))
            jobs.append(Job(name: module ?? folder, request: .package(package), output: folder))
        case .sources(let folder):
            let service = Service(name: module, document: request, source: source)
            jobs.append(Job(name: module ?? folder, request: .sources(service), output: folder))
        }
    }

    private mutating func runtime(_ invocation: Invocation?, output: String) -> RuntimeSource {
        switch invocation?.runtime {
        case .path(let path)?:
            let folder = path.hasPrefix("/") ? path : "\(output)/\(path)"
            if !disk.isRuntime(folder) { mistakes.append(.noRuntime(in: folder)) }
            return .path(path)
        case .url(let url, let version)?: return .url(url, version: version)
        case .vendored?, nil:
            return .vendored(sources: RuntimeOptions.sources, others: invocation?.modules ?? [])
        }
    }
}
