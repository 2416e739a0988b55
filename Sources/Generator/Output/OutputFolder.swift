import Foundation

/// The output folder of a service. Nothing outside of it is read or written: paths that lead out of it are rejected,
/// and symbolic links in it are not followed.
public struct OutputFolder {
    private let root: URL
    /// The folder for files that are not yet moved to their final paths. Anything in it is left over from an
    /// interrupted run.
    private static let staging = ".swift-api-gen-staging"

    public init(path: String) {
        root = URL(fileURLWithPath: path, isDirectory: true)
    }

    /// The contents of a file whose path has no obstacles.
    func read(_ path: String) -> [UInt8]? {
        (try? Data(contentsOf: url(of: path))).map(Array.init)
    }

    /// The paths that must not be accessed, with reasons phrased to follow the path.
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

    /// Whether a path is relative and stays inside the folder.
    static func isBelow(_ path: String) -> Bool {
        !path.hasPrefix("/") && !path.isEmpty
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                !["", ".", ".."].contains($0)
            }
    }

    /// Writes a file atomically.
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

    /// Whether a run was interrupted while writing.
    var hasLeftovers: Bool { FileManager.default.fileExists(atPath: url(of: Self.staging).path) }

    func removeLeftovers() throws {
        if hasLeftovers { try FileManager.default.removeItem(at: url(of: Self.staging)) }
    }

    /// Deletes a file if it exists, and its parent folders if they are then empty.
    func delete(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: url(of: path).path) else { return }
        try FileManager.default.removeItem(at: url(of: path))
        var folder = url(of: path).deletingLastPathComponent()
        // A folder that is not empty stays, without a look at all that is in it.
        while folder.path.count >= root.path.count, rmdir(folder.path) == 0 {
            folder.deleteLastPathComponent()
        }
    }

    private func url(of path: String) -> URL { root.appendingPathComponent(path) }
}
