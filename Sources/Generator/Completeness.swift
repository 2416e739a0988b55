import SourceText

/// Holds the files of a client against what they were made of: nothing was lost on the way, and nothing has the place
/// of something else. It asks no other stage how many there are.
struct Completeness {
    let document: OpenAPI.Document
    let api: API
    let files: [SwiftFile]

    /// What is wrong, in words. Each is a mistake of the generator, and none of the document.
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

    /// Swift wants each file of a module to have a name of its own, whatever its folder.
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
