import Foundation

/// The folder of a service's output on disk. Nothing outside of it is read or written: no path leads out of it, and no
/// symbolic link inside of it is followed.
public struct OutputFolder {
    private let root: URL
    /// Where files are written before they take their places. What lies there after a run was cut off.
    private static let staging = ".staging"

    public init(path: String) {
        root = URL(fileURLWithPath: path, isDirectory: true)
    }

    /// The bytes of a file, whose path is known to have no obstacles.
    func read(_ path: String) -> [UInt8]? {
        (try? Data(contentsOf: url(of: path))).map(Array.init)
    }

    /// The paths that are not touched, each with the reason, in words that follow it.
    func obstacles(at paths: [String]) -> [(path: String, reason: String)] {
        var known: [String: Bool] = [:]
        return paths.compactMap { path in
            guard Self.isBelow(path) else { return (path, "leads out of the folder") }
            var place = root.path
            for step in path.split(separator: "/") {
                place += "/\(step)"
                let isLink = known[place] ?? Self.isLink(place)
                known[place] = isLink
                if isLink { return (path, "leads over a symbolic link") }
            }
            return nil
        }
    }

    private static func isLink(_ path: String) -> Bool {
        var information = stat()
        return lstat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFLNK
    }

    /// Whether a path leads to something below the folder that has it as its way.
    static func isBelow(_ path: String) -> Bool {
        !path.hasPrefix("/") && !path.isEmpty
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                !["", ".", ".."].contains($0)
            }
    }

    /// Writes a file as a whole or not at all.
    func write(_ file: GeneratedFile) throws {
        let (staged, url) = (self.url(of: "\(Self.staging)/file"), url(of: file.path))
        for url in [staged, url] {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        }
        try Data(file.bytes).write(to: staged)
        guard rename(staged.path, url.path) == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
    }

    /// Whether a run was cut off while it wrote.
    var hasLeftovers: Bool { FileManager.default.fileExists(atPath: url(of: Self.staging).path) }

    func removeLeftovers() throws {
        if hasLeftovers { try FileManager.default.removeItem(at: url(of: Self.staging)) }
    }

    /// Deletes a file if it is there, and the folders that are empty without it.
    func delete(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: url(of: path).path) else { return }
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
