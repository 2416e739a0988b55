import SourceText

/// Reads a file's bytes. The generator itself never touches a disk, so that tests can hand it texts.
public protocol FileReader {
    /// `nil` if there is no such file.
    func read(_ path: String) -> [UInt8]?

    /// A text that is the same for all paths of a file, with the symbolic links on the way resolved. That of a folder
    /// is the beginning of those of its files.
    func identity(of path: String) -> String
}

extension FileReader {
    public func identity(of path: String) -> String { path }
}

extension Diagnostic {
    /// Without a place it is the document itself, or a template, that is missing.
    static func missingFile(_ path: String, at range: SourceRange?, otherwise: String?) -> Diagnostic {
        let message = "there is no file '\(path)'" + (otherwise.map { "; \($0)" } ?? "")
        guard let range else {
            return Diagnostic(code: Rule.missingFile.rawValue, message, at: nil)
        }
        return Diagnostic(.missingFile, message, at: range)
    }
}
