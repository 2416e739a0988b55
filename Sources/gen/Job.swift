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
            if let config { read.insert(disk.identity(of: config)) }
            add(
                config, in: folder, otherwise: .sources("\(output)/\(name)"), named: name,
                source: "\(source)/\(name)")
        }
    }

    /// Adds what a config asks for.
    mutating func add(_ config: String) {
        let config = disk.exists("\(config)/gen.yaml") ? "\(config)/gen.yaml" : config
        guard read.insert(disk.identity(of: config)).inserted else { return }
        let folder = config.lastIndex(of: "/").map { String(config[..<$0]) } ?? "."
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
        if let folder = invocation?.templates {
            if let templates, disk.identity(of: templates) != disk.identity(of: folder) {
                mistakes.append(.twoTemplates(templates, folder))
            }
            templates = folder
        }
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
        if let invocation, let config { check(invocation, of: config, for: output) }
        switch output {
        case .package(let folder):
            let package = PackageRequest(
                name: module, document: request, runtime: runtime(invocation, output: folder),
                packages: invocation?.packages ?? [])
            jobs.append(Job(name: module ?? folder, request: .package(package), output: folder))
        case .sources(let folder):
            let service = Service(name: module, document: request, source: source)
            jobs.append(Job(name: module ?? folder, request: .sources(service), output: folder))
        }
    }

    /// Reports what has no effect.
    private mutating func check(
        _ invocation: Invocation, of config: String, for output: Invocation.Output,
    ) {
        let hasCopies =
            switch (output, invocation.runtime) {
            case (.sources, _), (_, .path?), (_, .url?): false
            case (.package, .vendored?), (.package, nil): true
            }
        if !hasCopies, !invocation.modules.isEmpty { mistakes.append(.needless("with", in: config)) }
        guard case .sources = output else { return }
        if invocation.runtime != nil { mistakes.append(.needless("runtime", in: config)) }
        if !invocation.packages.isEmpty { mistakes.append(.needlessPackages(in: config)) }
    }

    /// Reports outputs that would replace one another's files.
    mutating func checkOutputs() {
        for (index, job) in jobs.enumerated() {
            let own = disk.identity(of: job.output)
            let isPackage = if case .package = job.request { true } else { false }
            for (other, place) in jobs.enumerated().map({ ($0, disk.identity(of: $1.output)) })
            where other > index && place == own
                || other != index && isPackage && place.hasPrefix(own + "/Sources/")
            {
                mistakes.append(.sharedOutput(job.output, jobs[other].output))
            }
        }
    }

    private mutating func runtime(_ invocation: Invocation?, output: String) -> RuntimeSource {
        if case .path(let path)? = invocation?.runtime,
            let mistake = RuntimeOptions.mistake(inPath: path, from: output, on: disk)
        {
            mistakes.append(mistake)
        }
        return RuntimeOptions.source(by: invocation)
    }
}
