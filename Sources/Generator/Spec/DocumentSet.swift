import SourceText
import YAML

/// Changes to a document that are made when it is read.
protocol DocumentPatch: Sendable {
    /// Where the changes are written down.
    var file: FileID { get }
    /// The file that they are meant for; `nil` for the document that refers to all others.
    var extends: OpenAPI.Located<String>? { get }

    /// The document with the changes. Those that cannot be made are reported, and left out.
    func applied(to root: Node, diagnostics: inout Diagnostics) -> Node
}

/// The files of a specification, read when something refers to them.
struct DocumentSet {
    private(set) var files: SourceFiles
    private let reader: any FileReader
    /// By path, and by identity, since several paths may lead to a file.
    private var roots = ExactDictionary<Node?>()
    private var paths: [FileID: String] = [:]
    private var entryPath: String?
    /// The roots of all files that could be read, in the order of their reading.
    private(set) var all: [Node] = []
    /// The named places of the files, in the same order.
    private var resources: [(file: FileID, resources: SchemaResources)] = []
    /// The URIs by which files call themselves (`$self`).
    private var names: [(uri: String, path: String, range: SourceRange)] = []
    private let patches: [any DocumentPatch]
    /// The folders beside the document's own that references may lead to.
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

    /// The root of a file; `nil` if it cannot be read, which has been reported. `range` is the reference to it.
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
            guard let bytes = reader.read(path) else {
                diagnostics.report(.missingFile(path, at: range, otherwise: otherwise))
                return nil
            }
            root = add(SourceFile(path: path, bytes: bytes), from: range, diagnostics: &diagnostics)
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

    /// Whether a file is below the folder of the document, or one that the config allows. Documents come from strangers,
    /// and what cannot be parsed is shown to whoever reads the diagnostics.
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

    /// A path as it is written in `file`, seen from where the generator runs.
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

    /// A path that stands in a file, seen from where the generator runs.
    func resolve(_ path: OpenAPI.Located<String>) -> OpenAPI.Located<String> {
        OpenAPI.Located(value: resolve(path.value, from: path.range.file), range: path.range)
    }

    func path(of file: FileID) -> String { paths[file] ?? "" }

    /// Takes note of the URI by which a file calls itself.
    mutating func name(_ file: FileID, by uri: OpenAPI.Located<String>) {
        names.append((uri.value.prefix { $0 != "#" }.description, path(of: file), uri.range))
    }

    /// The path of a file that a URI leads to: one that calls itself so, or one beside it. `name` is where it does.
    func path(named uri: String) -> (path: String, name: SourceRange)? {
        if let known = names.first(where: { $0.uri == uri }) { return (known.path, known.range) }
        for (name, path, range) in names {
            guard let slash = name.lastIndex(of: "/"), uri.hasPrefix(name[...slash]) else { continue }
            let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
            return (String(folder) + String(uri.dropFirst(name[...slash].count)), range)
        }
        return nil
    }

    /// The files that were read so far, in the order of their reading.
    var knownPaths: [String] {
        paths.sorted { $0.key.index < $1.key.index }.map(\.value)
    }

    /// The root of a file that was read already.
    func knownRoot(of path: String) -> Node? { (roots[path] ?? roots[reader.identity(of: path)]) ?? nil }

    /// The root of the document that refers to all others.
    var entry: Node? { entryPath.flatMap { knownRoot(of: $0) } }

    /// The named places of one file.
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
    /// A patch is meant for the file that it extends, or for the document that refers to all others. Where it names
    /// that by a URL, the last part has to be the same, since nothing is read from a network.
    private func isMeant(_ patch: any DocumentPatch, for path: String) -> Bool {
        guard let target = patch.extends?.value else { return path == entryPath }
        if target.contains("://") {
            return path == entryPath && target.split(separator: "/").last == path.split(separator: "/").last
        }
        return reader.identity(of: target) == reader.identity(of: path)
    }

    /// The patches that are meant for none of the files read so far.
    var unusedPatches: [any DocumentPatch] {
        patches.filter { !appliedPatches.contains($0.file) }
    }
}
