import ArgumentParser
import APIGenEmbeddedFiles
import APIGenerator
import APIGenSourceText

/// Options for the runtime that a generated package depends on.
struct RuntimeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Where the package has the runtime from: 'vendored' for copies of its modules, the folder of its package, \
            relative to the output, or a URL. If left out, what the config says, or else this folder where it is that of \
            swift-api-gen, and 'vendored' elsewhere.
            """,
            valueName: "place"))
    var runtime: String?

    @Option(help: ArgumentHelp("The lowest version of the runtime at a URL.", valueName: "version"))
    var runtimeVersion: String?

    @Option(
        name: .customLong("with"),
        help: ArgumentHelp(
            """
            A module to copy in addition to those that the client imports, such as APIRuntimeTesting; repeat it for \
            more.
            """,
            valueName: "module"),
        transform: RuntimeModule.init(parsing:),
    )
    var others: [RuntimeModule] = []

    func validate() throws {
        if isURL, runtimeVersion == nil {
            throw ValidationError("a URL in '--runtime' takes a '--runtime-version', such as 1.0.0")
        }
        if !isURL, runtimeVersion != nil {
            throw ValidationError("'--runtime-version' takes a URL in '--runtime'")
        }
        if !others.isEmpty, let runtime, runtime != Self.vendored {
            throw ValidationError(
                "'--with' is for copies; an app depends on other products of a package itself")
        }
    }

    /// - Parameters:
    ///   - output: The folder of the package.
    ///   - invocation: What a config says, which counts where the command says nothing.
    func source(for output: String, otherwise invocation: Invocation?, on disk: Disk) throws -> RuntimeSource
    {
        let modules = others.isEmpty ? invocation?.modules ?? [] : others
        let copies = RuntimeSource.vendored(sources: Self.sources, others: modules)
        guard let runtime else {
            switch invocation?.runtime {
            case .vendored?: return copies
            case .path?, .url?:
                guard others.isEmpty else {
                    throw ValidationError("'--with' is for copies, and the config has another 'runtime'")
                }
                if case .path(let path)? = invocation?.runtime { try check(path, from: output, on: disk) }
                return Self.source(by: invocation)
            case nil:
                let here = modules.isEmpty && disk.isRuntime(".") ? disk.path(fromFolder: output) : nil
                return here.map { .path($0) } ?? copies
            }
        }
        if runtime == Self.vendored { return copies }
        if isURL, let runtimeVersion { return .url(runtime, version: runtimeVersion) }
        try check(runtime, from: output, on: disk)
        return .path(runtime)
    }

    private func check(_ path: String, from output: String, on disk: Disk) throws {
        if let mistake = Self.mistake(inPath: path, from: output, on: disk) {
            throw ValidationError(mistake.message)
        }
    }

    /// What a config says; copies if it says nothing.
    static func source(by invocation: Invocation?) -> RuntimeSource {
        switch invocation?.runtime {
        case .path(let path)?: .path(path)
        case .url(let url, let version)?: .url(url, version: version)
        case .vendored?, nil: .vendored(sources: sources, others: invocation?.modules ?? [])
        }
    }

    /// The mistake in a path of the runtime, relative to the folder of a package, if it leads elsewhere.
    static func mistake(inPath path: String, from output: String, on disk: Disk) -> Diagnostic? {
        let folder = path.hasPrefix("/") ? path : "\(output)/\(path)"
        return disk.isRuntime(folder) ? nil : .noRuntime(in: folder)
    }

    private var isURL: Bool { runtime?.contains("://") ?? false }

    private static let vendored = "vendored"

    /// The sources of all modules.
    static var sources: [GeneratedFile] {
        EmbeddedFiles.all(below: "Sources").map { GeneratedFile(path: $0.path, bytes: Array($0.text.utf8)) }
    }
}

extension RuntimeModule {
    /// - Parameter name: The name as entered by the user.
    fileprivate init(parsing name: String) throws {
        guard let module = RuntimeModule(rawValue: name) else {
            let suggestion = Suggestion.phrase(for: name, among: Self.allCases.map(\.rawValue))
            throw ValidationError("the runtime has no module '\(name)'\(suggestion)")
        }
        self = module
    }
}
