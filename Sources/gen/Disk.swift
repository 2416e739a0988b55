import Foundation
import Generator

/// The file system.
struct Disk: FileReader {
    func read(_ path: String) -> [UInt8]? {
        // The system ends a path at a null byte, and would read another file.
        guard !path.utf8.contains(0) else { return nil }
        // The size of a pipe is unknown, so it is read to the end.
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        return (try? file.readToEnd() ?? Data()).map(Array.init)
    }

    func identity(of path: String) -> String {
        URL(fileURLWithPath: path.isEmpty ? "." : path).resolvingSymlinksInPath().standardized.path
    }

    /// The services, one for each folder that contains a document, in alphabetical order.
    func services(in specs: String) -> [Service] {
        // The source does not depend on the working directory, since generated files contain it.
        let source = URL(fileURLWithPath: specs).lastPathComponent
        return folders(in: specs).compactMap { name in
            let candidates = ["openapi.yaml", "openapi.yml", "openapi.json"].map { "\(specs)/\(name)/\($0)" }
            guard let path = candidates.first(where: FileManager.default.fileExists) else { return nil }
            let config = ["\(specs)/\(name)/gen.yaml"].first(where: FileManager.default.fileExists)
            let document = DocumentRequest(path: path, configPath: config)
            return Service(name: name, document: document, source: "\(source)/\(name)")
        }
    }

    func folders(in path: String) -> [String] {
        names(in: path).filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
                && isFolder.boolValue
        }
    }

    /// The relative path from a folder to the working directory.
    func path(fromFolder folder: String) -> String {
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).standardized.pathComponents
        let there = URL(fileURLWithPath: folder, isDirectory: true).standardized.pathComponents
        let common = zip(here, there).prefix { $0 == $1 }.count
        let steps = Array(repeating: "..", count: there.count - common) + here.dropFirst(common)
        return steps.isEmpty ? "." : steps.joined(separator: "/")
    }

    func files(in path: String, suffix: String) -> [String] {
        names(in: path).filter { $0.hasSuffix(suffix) }.map { "\(path)/\($0)" }
    }

    /// Sorted, since file systems list names in any order.
    private func names(in path: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { !$0.hasPrefix(".") }
            .sorted()
    }
}
