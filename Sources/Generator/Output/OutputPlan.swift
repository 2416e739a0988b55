/// What has to be done to a folder to make it hold just what was generated.
public struct OutputPlan {
    /// A file that stands in the way: one that the generator did not write, or that was edited since.
    public struct Conflict {
        public let path: String
        public let isStillGenerated: Bool
    }

    struct Change {
        let path: String
        let old: [UInt8]?
        let new: [UInt8]?
    }

    public let fileCount: Int
    public let conflicts: [Conflict]
    let changes: [Change]
    private let manifest: GeneratedFile?
    private let folder: OutputFolder

    /// - Parameters:
    ///   - files: All files of the service; none if it is gone.
    ///   - overwrites: Whether files that were edited by hand count as ours.
    public init(_ files: [GeneratedFile], in folder: OutputFolder, overwrites: Bool = false) {
        let oldManifest = folder.read(Manifest.path)
        let known = Manifest(parsing: oldManifest ?? [])
        let newPaths = Set(files.map(\.path))
        let candidates =
            files.map { Change(path: $0.path, old: folder.read($0.path), new: $0.bytes) }
            + known.paths.filter { !newPaths.contains($0) }.map {
                Change(path: $0, old: folder.read($0), new: nil)
            }
        changes = candidates.filter { $0.old != $0.new }
        let foreign = changes.filter { change in
            change.old.map { !known.wrote($0, at: change.path) } ?? false
        }
        conflicts = overwrites ? [] : foreign.map { Conflict(path: $0.path, isStillGenerated: $0.new != nil) }
        let newManifest = files.isEmpty ? nil : Manifest(files).file
        manifest = newManifest?.bytes == oldManifest ? nil : newManifest
        fileCount = files.count
        self.folder = folder
        isLastFileGone = files.isEmpty && oldManifest != nil
    }

    private let isLastFileGone: Bool

    public var isUpToDate: Bool { changes.isEmpty && manifest == nil && !isLastFileGone }
    public var writtenPaths: [String] { changes.filter { $0.new != nil }.map(\.path) }
    public var deletedPaths: [String] { changes.filter { $0.new == nil }.map(\.path) }

    /// Writes and deletes files. To be called only without conflicts. The manifest comes last: if the run is cut
    /// short, the next one completes it.
    public func apply() throws {
        for change in changes {
            if let new = change.new {
                try folder.write(GeneratedFile(path: change.path, bytes: new))
            } else {
                try folder.delete(change.path)
            }
        }
        if let manifest { try folder.write(manifest) }
        if isLastFileGone { try folder.delete(Manifest.path) }
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
