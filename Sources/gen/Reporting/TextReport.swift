import APIGenSourceText

/// Findings for people. Warnings of a kind are folded, since a document may have the same mistake in a hundred places.
struct TextReport {
    let findings: String
    /// How many there are; empty if there are none.
    let count: String

    /// How many warnings of a kind are shown.
    private static let shownOfKind = 3

    init(_ diagnostics: [Diagnostic], in files: SourceFiles, options: ReportOptions) {
        var counts: [String: Int] = [:]
        let shown = diagnostics.filter { diagnostic in
            guard diagnostic.severity == .warning, !options.all else { return true }
            counts[diagnostic.code, default: 0] += 1
            return counts[diagnostic.code, default: 0] <= Self.shownOfKind
        }
        let folded = counts.filter { $0.value > Self.shownOfKind }.sorted { $0.key < $1.key }
        let lines = folded.map { code, count in
            "and \(count - Self.shownOfKind) more of [\(code)]; --all shows them\n"
        }
        let renderer = DiagnosticRenderer(files: files, usesColor: Terminal.showsColor)
        findings = renderer.render(shown.map { options.quiet ? $0.withoutNotes : $0 }) + lines.joined()
        count = options.quiet ? "" : Self.count(of: diagnostics)
    }

    private static func count(of diagnostics: [Diagnostic]) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let counts = [(errors, "error"), (diagnostics.count - errors, "warning")].filter { $0.0 > 0 }
        let words = counts.map { count, word in "\(count) \(word)\(count == 1 ? "" : "s")" }
        return words.isEmpty ? "" : words.joined(separator: ", ") + "\n"
    }
}

extension Diagnostic {
    fileprivate var withoutNotes: Diagnostic {
        var diagnostic = self
        diagnostic.notes = []
        return diagnostic
    }
}
