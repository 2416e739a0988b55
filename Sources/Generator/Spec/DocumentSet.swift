import APIGenSourceText
import APIGenYAML

/// Changes applied to a document when it is read, such as an overlay.
protocol DocumentPatch: Sendable {
    /// The file that contains the changes.
    var file: FileID { get }
    /// The file to change; `nil` for the entry document.
    var extends: OpenAPI.Located<String>? { get }

    /// Returns the document with the changes applied. Changes that cannot be made are reported and skipped.
    func applied(to root: Node, diagnostics: inout Diagnostics) -> Node
}

/// The files of an API description, each read when it is first referred to.
struct DocumentSet {
    private(set) var files: SourceFiles
    let reader: any FileReader
    /// By path and by identity, since several paths may lead to the same file.
    private var roots = ExactDictionary<Node?>()
    private var paths: [FileID: String] = [:]
    private var entryPath: String?
    /// The roots of all files that could be read, in the order in which they were read.
    private(set) var all: [Node] = []
    /// The schema resources of the files, in the same order.
    private var resources: [(file: FileID, resources: SchemaResources)] = []
    /// The URIs that files declare for themselves (`$self`).
    private var names: [(uri: String, path: String, node: Node)] = []
    private let patches: [any DocumentPatch]
    /// Folders that references may lead to, in addition to the folder of the entry document.
    private let referenceFolders: [String]
    private var appliedPatches: Set<FileID> = []

    init(
        files: SourceFiles,
        reader: any FileReader,
        patches: [any DocumentPatch] = [],
        referenceFolders: [String] = [],
    ) {
        self.files = files
        self.referenceFolders = referenceFolders
        self.reader = reader
        self.patches = patches
    }

    /// The root of a file; `nil` after a diagnostic if it cannot be read. `range` is the reference to the file.
    mutating func root(
        of path: String,
        from range: SourceRange?,
        otherwise: String? = nil,
        diagnostics: inout Diagnostics,
    ) -> Node? {
        if let known = roots[path] { return known }
        let identity = reader.identity(of: path)
        let root: Node?
        if let known = roots[identity] {
            root = known
        } else {
            do {
                let source = SourceFile(path: path, bytes: try reader.read(path))
                root = add(source, from: range, diagnostics: &diagnostics)
            } catch {
                diagnostics.report(.unread(path, error, at: range, otherwise: otherwise))
                return nil
            }
        }
        (roots[path], roots[identity]) = (.some(root), .some(root))
        return root
    }

    private mutating func add(
        _ source: SourceFile,
        from range: SourceRange?,
        diagnostics: inout Diagnostics,
    ) -> Node? {
        let id = files.add(source)
        paths[id] = source.path
        entryPath = entryPath ?? source.path
        var own = Diagnostics(rules: diagnostics.rules)
        let parsed = parseDocument(source, as: id, diagnostics: &own)
        for var diagnostic in own.found {
            if let range {
                diagnostic.notes.append(Diagnostic.Note("the file is referred to here", at: range))
            }
            diagnostics.report(diagnostic)
        }
        guard var root = parsed else { return nil }
        for patch in patches where isMeant(patch, for: source.path) {
            appliedPatches.insert(patch.file)
            root = patch.applied(to: root, diagnostics: &diagnostics)
        }
        all.append(root)
        resources.append((id, SchemaResources(root: root)))
        return root
    }

    /// Whether a file is in the folder of the entry document, or in one that the config allows. Documents are not
    /// trusted, and diagnostics would show the contents of a file that cannot be parsed.
    func mayRefer(to path: String) -> Bool {
        guard let entryPath else { return true }
        let own = entryPath.lastIndex(of: "/").map { String(entryPath[..<$0]) } ?? ""
        let file = reader.identity(of: path)
        return ([own] + referenceFolders).contains { folder in
            let folder = reader.identity(of: folder)
            guard !folder.isEmpty else {
                return !file.hasPrefix("/") && !file.split(separator: "/").contains("..")
            }
            return file.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
        }
    }

    /// Resolves a path written in `file` against the folder of that file, relative to the working directory.
    func resolve(_ path: String, from file: FileID) -> String {
        let folder = (paths[file] ?? "").split(separator: "/", omittingEmptySubsequences: false).dropLast()
        var segments = path.hasPrefix("/") ? [""] : folder.map(String.init)
        for segment in path.split(separator: "/") where segment != "." {
            if segment == "..", let last = segments.last, last != "..", !last.isEmpty {
                segments.removeLast()
            } else {
                segments.append(String(segment))
            }
        }
        return segments.joined(separator: "/")
    }

    /// Resolves a path against the folder of the file that contains it, relative to the working directory. A URL is
    /// left as it is.
    func resolve(_ path: OpenAPI.Located<String>) -> OpenAPI.Located<String> {
        guard !path.value.contains("://") else { return path }
        return OpenAPI.Located(value: resolve(path.value, from: path.range.file), range: path.range)
    }

    func path(of file: FileID) -> String { paths[file] ?? "" }

    /// Records the URI that a file declares for itself.
    mutating func name(_ file: FileID, by uri: String, at node: Node) {
        names.append((uri.prefix { $0 != "#" }.description, path(of: file), node))
    }

    /// The path of the file with a URI: one that declares it as its `$self`, or one next to such a file. `name` is that
    /// `$self`.
    func path(named uri: String) -> (path: String, name: Node)? {
        if let known = names.first(where: { $0.uri == uri }) { return (known.path, known.node) }
        for (name, path, node) in names {
            guard let slash = name.lastIndex(of: "/"), uri.hasPrefix(name[...slash]) else { continue }
            let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
            return (String(folder) + String(uri.dropFirst(name[...slash].count)), node)
        }
        return nil
    }

    /// The files read so far, in the order in which they were read.
    var knownPaths: [String] {
        paths.sorted { $0.key.index < $1.key.index }.map(\.value)
    }

    /// The root of a file that was read already.
    func knownRoot(of path: String) -> Node? { (roots[path] ?? roots[reader.identity(of: path)]) ?? nil }

    /// The files as one JSON object: `files` by their paths relative to the folder of the document, and `entry`.
    var bundle: String {
        let entry = entryPath ?? ""
        let folder = entry.lastIndex(of: "/").map { entry[...$0] } ?? ""
        func name(_ path: String) -> String {
            String(path.hasPrefix(folder) ? path.dropFirst(folder.count) : path[...])
        }
        let files = knownPaths.compactMap { path in
            knownRoot(of: path).map { "\(name(path).json): \($0.json)" }
        }
        return "{\"entry\": \(name(entry).json), \"files\": {\(files.joined(separator: ",\n"))}}\n"
    }

    /// The root of the entry document.
    var entry: Node? { entryPath.flatMap { knownRoot(of: $0) } }

    /// The schema resources of a file.
    func resources(of file: FileID) -> SchemaResources? {
        resources.first { $0.file == file }?.resources
    }

    /// The schema with this `$id`, in any of the files.
    func schema(withID uri: String) -> (file: FileID, resource: Int)? {
        for (file, resources) in resources {
            if let index = resources.all.firstIndex(where: { $0.uri == uri }) { return (file, index) }
        }
        return nil
    }
}

extension DocumentSet {
    /// Whether a patch applies to the file at `path`: the file that it extends, or else the entry document. A patch
    /// that extends a URL applies if the last path segments are equal, since nothing is fetched from the network.
    private func isMeant(_ patch: any DocumentPatch, for path: String) -> Bool {
        guard let target = patch.extends?.value else { return path == entryPath }
        if target.contains("://") {
            return path == entryPath && target.split(separator: "/").last == path.split(separator: "/").last
        }
        return reader.identity(of: target) == reader.identity(of: path)
    }

    /// The patches that apply to none of the files read so far.
    var unusedPatches: [any DocumentPatch] {
        patches.filter { !appliedPatches.contains($0.file) }
    }
}
