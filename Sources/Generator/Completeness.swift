import APIGenSourceText

/// Checks that the generated files declare everything in the document, each with a unique name. It counts independently
/// of the other stages.
struct Completeness {
    let document: OpenAPI.Document
    let api: API
    let files: [SwiftFile]

    /// The faults in words. They are errors of the generator, not of the document.
    var faults: [String] { (counts + repetitions + paths).compactMap(\.self) }

    private var counts: [String?] {
        let described = document.paths.reduce(0) { $0 + $1.operations.count }
        let operations = api.groups.flatMap(\.operations)
        let types = api.types.count { !$0.direction.isEmpty }
        return [
            fault("operations", wanted: described, made: operations.count { !$0.isSecondMethod }),
            fault("methods", wanted: operations.count, made: files.reduce(0) { $0 + $1.operationCount }),
            fault("types", wanted: types, made: files.reduce(0) { $0 + $1.modelCount }),
        ]
    }

    private func fault(_ what: String, wanted: Int, made: Int) -> String? {
        wanted == made ? nil : "\(made) of \(wanted) \(what) were made"
    }

    private var repetitions: [String?] {
        let module = DeclaredNames(
            scope: "the module", names: files.flatMap(\.topLevelNames), foldsCase: true)
        let groups = DeclaredNames(
            scope: "the client", names: SwiftNames.clientMembers + files.compactMap(\.groupName))
        return ([module, groups] + files.flatMap(\.scopes)).map { scope in
            scope.repeated.map { "'\($0)' is declared twice in \(scope.scope)" }
        }
    }

    /// Swift requires unique file names in a module, regardless of folders.
    private var paths: [String?] {
        let parts = files.map { $0.path.split(separator: "/", omittingEmptySubsequences: false) }
        let names = parts.compactMap { $0.last.map(String.init) }
        let repeated = DeclaredNames(scope: "", names: names, foldsCase: true).repeated
        let stray = files.indices.first { index in
            parts[index].contains { $0.isEmpty || $0 == "." || $0 == ".." }
        }
        return [
            repeated.map { "there are two files '\($0)'" },
            stray.map { "'\(files[$0].path)' is no path below the output" },
        ]
    }
}
