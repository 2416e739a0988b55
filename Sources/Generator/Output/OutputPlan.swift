/// The changes that make the output folder contain exactly the generated files.
public struct OutputPlan {
    /// A file that would be overwritten or deleted, but was not written by the generator or was edited since.
    public struct Conflict {
        public let path: String
        public let isStillGenerated: Bool
    }

    /// A path that is not accessed, since it leads out of the folder or through a symbolic link.
    public struct Obstacle {
        /// The path relative to the folder, or a line of the manifest with its number.
        public let place: String
        public let reason: String
    }

    struct Change {
        let path: String
        let old: [UInt8]?
        let new: [UInt8]?
    }

    public let fileCount: Int
    public let conflicts: [Conflict]
    public let obstacles: [Obstacle]
    let changes: [Change]
    private let manifest: GeneratedFile?
    /// The old and new files, which are all known as generated until the new manifest is written.
    private let pending: Manifest
    private let isCutOff: Bool
    private let folder: OutputFolder

    /// - Parameters:
    ///   - files: All files of the service; empty if the service was removed.
    ///   - overwrites: Whether to overwrite files that were edited by hand.
    public init(_ files: [GeneratedFile], in folder: OutputFolder, overwrites: Bool = false) {
        let linked = folder.obstacles(at: [Manifest.path, Manifest.pendingPath])
        let oldManifest = linked.isEmpty ? folder.read(Manifest.path) : nil
        let cutOff = linked.isEmpty ? folder.read(Manifest.pendingPath) : nil
        let known = Manifest(parsing: oldManifest ?? []).merging(Manifest(parsing: cutOff ?? []))
        let misled = folder.obstacles(at: (files.map(\.path) + known.paths).withoutDuplicates)
        obstacles =
            known.strayLines.map { line in
                Obstacle(
                    place: "\(Manifest.path):\(line.number)", reason: "names '\(line.path)', which is outside"
                )
            } + (linked + misled).map { Obstacle(place: $0.path, reason: $0.reason) }
        let read: (String) -> [UInt8]? = obstacles.isEmpty ? folder.read : { _ in nil }
        let newPaths = Set(files.map(\.path))
        let candidates =
            files.map { Change(path: $0.path, old: read($0.path), new: $0.bytes) }
            + known.paths.filter { !newPaths.contains($0) }.map {
                Change(path: $0, old: read($0), new: nil)
            }
        changes = candidates.filter { $0.old != $0.new }
        let foreign = changes.filter { change in
            change.old.map { !known.wrote($0, at: change.path) } ?? false
        }
        conflicts = overwrites ? [] : foreign.map { Conflict(path: $0.path, isStillGenerated: $0.new != nil) }
        let new = Manifest(files)
        let newManifest = files.isEmpty ? nil : new.file()
        manifest = newManifest?.bytes == oldManifest ? nil : newManifest
        fileCount = files.count
        self.folder = folder
        pending = known.merging(new)
        isCutOff = cutOff != nil || folder.hasLeftovers
        isLastFileGone = files.isEmpty && (oldManifest != nil || isCutOff)
    }

    private let isLastFileGone: Bool

    public var isUpToDate: Bool { changes.isEmpty && manifest == nil && !isLastFileGone && !isCutOff }
    public var writtenPaths: [String] { changes.filter { $0.new != nil }.map(\.path) }
    public var deletedPaths: [String] { changes.filter { $0.new == nil }.map(\.path) }

    /// Writes and deletes files. Must not be called if there are conflicts or obstacles. If the run is interrupted, the
    /// next one recognizes the files in both manifests as generated, and completes the changes.
    public func apply() throws {
        guard !isUpToDate else { return }
        try folder.write(pending.file(at: Manifest.pendingPath))
        for change in changes {
            if let new = change.new {
                try folder.write(GeneratedFile(path: change.path, bytes: new))
            } else {
                try folder.delete(change.path)
            }
        }
        if let manifest { try folder.write(manifest) }
        try folder.removeLeftovers()
        if isLastFileGone { try folder.delete(Manifest.path) }
        try folder.delete(Manifest.pendingPath)
    }

    /// The changes as a unified diff, with paths below `prefix`.
    public func diff(prefix: String) -> String {
        let texts = changes.map { change in
            UnifiedDiff(path: "\(prefix)/\(change.path)", old: change.old, new: change.new).text
        }
        if texts.isEmpty, !isUpToDate { return "\(prefix)/\(Manifest.path) is out of date\n" }
        return texts.joined()
    }
}
