public import APIGenSourceText

extension Diagnostic {
    /// - Parameters:
    ///   - range: The reference to the file; `nil` for an argument of the command.
    ///   - consequence: What becomes of the reference.
    public static func unread(
        _ path: String,
        _ failure: FileFailure,
        at range: SourceRange? = nil,
        otherwise consequence: String? = nil,
    ) -> Diagnostic {
        let isURL = path.contains("://")
        let (problem, remedy): (String, String?) =
            switch failure {
            case .missing where isURL:
                ("'\(path)' is a URL, and only files are read", "download it first: \(download(path))")
            case .missing:
                (
                    "there is no file '\(path)'",
                    range == nil ? "check the path, which is relative to the working directory" : nil
                )
            case .isFolder: ("'\(path)' is a folder", "name a file in it")
            case .unreadable(let reason):
                ("'\(path)' cannot be read: \(reason)", "make it readable, or name another")
            }
        let message = [problem, consequence ?? remedy].compactMap(\.self).joined(separator: "; ")
        guard let range else { return Diagnostic(code: Rule.missingFile.rawValue, message, at: nil) }
        return Diagnostic(.missingFile, message, at: range)
    }

    /// The command that downloads a file, for a shell.
    private static func download(_ url: String) -> String {
        let path = url.prefix { !"?#".contains($0) }
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        let file = name.contains(/^[A-Za-z0-9_][A-Za-z0-9_.\-]*\.[a-z]+$/) ? name : "openapi.yaml"
        return "curl -fL -o \(file) '\(url.replacing("'", with: "%27"))'"
    }
}
