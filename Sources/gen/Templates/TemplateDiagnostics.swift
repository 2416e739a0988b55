import APIGenerator
import APIGenSourceText

// Mistakes in the folder of templates.

extension Diagnostic {
    static func unreadTemplates(_ folder: String, _ failure: FolderFailure) -> Diagnostic {
        let message =
            switch failure {
            case .missing where folder.contains("://"):
                "'\(folder)' is a URL, and only folders are read; download each template into a folder first: "
                    + "curl -fLO URL"
            case .missing:
                "there is no folder '\(folder)'; check the path, or make the folder: "
                    + "gen templates export '\(folder)'"
            case .isFile: "'\(folder)' is a file; name the folder that it is in"
            case .unreadable(let reason):
                "'\(folder)' cannot be read: \(reason); make it readable, or name another"
            }
        return Diagnostic(code: "missing-templates", message, at: nil)
    }

    static func strayTemplate(_ path: String, named name: String, among names: [String]) -> Diagnostic {
        let suggestion = Suggestion.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
        return Diagnostic(
            code: "unknown-template",
            "'\(path)' is named after no template; "
                + (suggestion ?? "remove it, or look for its name in what 'gen templates export' writes"),
            at: nil,
        )
    }

    static func editedTemplate(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "edited-output",
            "'\(path)' is not as 'gen templates export' writes it; move it elsewhere, or run with --overwrite",
            at: nil,
        )
    }
}
