import APIGenSourceText

/// Reads files. The generator does not access the file system itself, so that tests can supply files in memory.
public protocol FileReader {
    func read(_ path: String) throws(FileFailure) -> [UInt8]

    /// A string that is equal for all paths to the same file, with symbolic links resolved. The identity of a folder is
    /// a prefix of the identities of its files.
    func identity(of path: String) -> String
}

extension FileReader {
    public func identity(of path: String) -> String { path }
}

/// Why a file could not be read.
public enum FileFailure: Error {
    case missing
    case isFolder
    /// The reason as the system gives it, such as `Permission denied`.
    case unreadable(reason: String)
}
