import Foundation

/// The folder of a service's output on disk.
public struct OutputFolder {
    private let root: URL

    public init(path: String) {
        root = URL(fileURLWithPath: path, isDirectory: true)
    }

    func read(_ path: String) -> [UInt8]? {
        (try? Data(contentsOf: url(of: path))).map(Array.init)
    }

    /// Writes a file as a whole or not at all.
    func write(_ file: GeneratedFile) throws {
        let url = url(of: file.path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url, options: .atomic)
    }

    /// Deletes a file, and the folders that are empty without it.
    func delete(_ path: String) throws {
        try FileManager.default.removeItem(at: url(of: path))
        var folder = url(of: path).deletingLastPathComponent()
        while folder.path.count >= root.path.count, isEmpty(folder) {
            try FileManager.default.removeItem(at: folder)
            folder.deleteLastPathComponent()
        }
    }

    private func isEmpty(_ folder: URL) -> Bool {
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.isEmpty ?? false
    }

    private func url(of path: String) -> URL { root.appendingPathComponent(path) }
}
