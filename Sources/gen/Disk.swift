import Foundation
import APIGenerator

/// Why a folder could not be read.
enum FolderFailure: Error {
    case missing
    case isFile
    /// The reason as the system gives it, such as `Permission denied`.
    case unreadable(reason: String)
}

/// The file system.
struct Disk: FileReader {
    func read(_ path: String) throws(FileFailure) -> [UInt8] {
        // The system ends a path at a null byte, and would read another file.
        guard !path.utf8.contains(0) else { throw .missing }
        do {
            // The size of a pipe is unknown, so it is read to the end.
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            return Array(try file.readToEnd() ?? Data())
        } catch {
            throw failure(error)
        }
    }

    private func failure(_ error: any Error) -> FileFailure {
        switch error.systemCode {
        case .ENOENT, .ENOTDIR: .missing
        case .EISDIR: .isFolder
        default: .unreadable(reason: error.systemReason)
        }
    }

    func identity(of path: String) -> String {
        URL(fileURLWithPath: path.isEmpty ? "." : path).resolvingSymlinksInPath().standardized.path
    }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// The document in a folder, under the name that it has by default.
    func document(in folder: String) -> String? {
        let names = ["openapi.yaml", "openapi.yml", "openapi.json"]
        return names.map { folder == "." ? $0 : "\(folder)/\($0)" }.first(where: exists)
    }

    func folders(in path: String) -> [String] {
        names(in: path).filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
                && isFolder.boolValue
        }
    }

    /// Whether a folder is that of the package with the runtime.
    func isRuntime(_ folder: String) -> Bool {
        // Part of the way may lead through a folder that is not there yet.
        let folder = URL(fileURLWithPath: folder).standardized.path
        return FileManager.default.fileExists(atPath: "\(folder)/Package.swift")
            && folders(in: "\(folder)/Sources").contains("APIRuntime")
    }

    /// The relative path from a folder to the working directory.
    func path(fromFolder folder: String) -> String {
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).standardized.pathComponents
        let there = URL(fileURLWithPath: folder, isDirectory: true).standardized.pathComponents
        let common = zip(here, there).prefix { $0 == $1 }.count
        let steps = Array(repeating: "..", count: there.count - common) + here.dropFirst(common)
        return steps.isEmpty ? "." : steps.joined(separator: "/")
    }

    /// The names of the files in a folder, sorted.
    func files(in path: String) throws(FolderFailure) -> [String] {
        let subfolders = Set(folders(in: path))
        do {
            return try allNames(in: path).filter { !subfolders.contains($0) }
        } catch {
            switch error.systemCode {
            case .ENOTDIR where FileManager.default.fileExists(atPath: path): throw .isFile
            case .ENOENT, .ENOTDIR: throw .missing
            default: throw .unreadable(reason: error.systemReason)
            }
        }
    }

    private func names(in path: String) -> [String] { (try? allNames(in: path)) ?? [] }

    /// Sorted, since file systems list names in any order.
    private func allNames(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }.sorted()
    }
}
