import SourceText

/// Reads files. The generator does not access the file system itself, so that tests can supply files in memory.
public protocol FileReader {
    /// The contents of a file; `nil` if it does not exist.
    func read(_ path: String) -> [UInt8]?

    /// A string that is equal for all paths to the same file, with symbolic links resolved. The identity of a folder is
    /// a prefix of the identities of its files.
    func identity(of path: String) -> String
}

extension FileReader {
    public func identity(of path: String) -> String { path }
}

extension Diagnostic {
    /// `range` is the reference to the file; `nil` for the document itself and for templates.
    static func missingFile(_ path: String, at range: SourceRange?, otherwise: String?) -> Diagnostic {
        let message = "there is no file '\(path)'" + (otherwise.map { "; \($0)" } ?? "")
        guard let range else {
            return Diagnostic(code: Rule.missingFile.rawValue, message, at: nil)
        }
        return Diagnostic(.missingFile, message, at: range)
    }
}
