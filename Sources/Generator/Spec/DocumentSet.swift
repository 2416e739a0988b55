import SourceText
import YAML

/// Reads a file's bytes. The generator itself never touches a disk, so that tests can hand it texts.
public protocol FileReader {
    /// `nil` if there is no such file.
    func read(_ path: String) -> [UInt8]?
}

/// The files of a specification, read when something refers to them.
struct DocumentSet {
    private(set) var files: SourceFiles
    private let reader: any FileReader
    private var roots: [String: Node?] = [:]
    private var paths: [FileID: String] = [:]
    private var entryPath: String?
    /// The named places of the files, in the order in which these were read.
    private var resources: [(file: FileID, resources: SchemaResources)] = []

    init(files: SourceFiles, reader: any FileReader) {
        self.files = files
        self.reader = reader
    }

    /// The root of a file; `nil` if it cannot be read, which has been reported. `range` is the reference to it.
    mutating func root(of path: String, from range: SourceRange?, diagnostics: inout Diagnostics) -> Node? {
        if let known = roots[path] { return known }
        guard let bytes = reader.read(path) else {
            diagnostics.report(.missingFile(path, at: range))
            return nil
        }
        let source = SourceFile(path: path, bytes: bytes)
        let id = files.add(source)
        paths[id] = path
        let root = parseDocument(source, as: id, diagnostics: &diagnostics)
        roots[path] = .some(root)
        if let root { resources.append((id, SchemaResources(root: root))) }
        entryPath = entryPath ?? path
        return root
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

    func path(of file: FileID) -> String { paths[file] ?? "" }

    /// The files that were read so far, in the order of their reading.
    var knownPaths: [String] {
        paths.sorted { $0.key.index < $1.key.index }.map(\.value)
    }

    /// The root of a file that was read already.
    func knownRoot(of path: String) -> Node? { roots[path] ?? nil }

    /// The roots of all files that could be read, in the order of their reading.
    var all: [Node] {
        roots.values.compactMap(\.self).sorted { $0.range.file.index < $1.range.file.index }
    }

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
