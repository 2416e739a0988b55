import APIGenSourceText

/// Findings as commands of a GitHub workflow, which shows them beside the lines of a change.
enum GitHubReport {
    static func text(of findings: [Finding]) -> String {
        findings.map { "\(command(of: $0))::\(message(of: $0))\n" }.joined()
    }

    private static func command(of finding: Finding) -> String {
        let place = finding.place.map { place in
            [
                ("file", place.file), ("line", "\(place.line)"), ("col", "\(place.column)"),
                // The end belongs to the range here.
                ("endColumn", "\(place.endColumn - 1)"),
            ]
        }
        let properties = (place ?? []) + [("title", finding.diagnostic.code)]
        let list = properties.map { "\($0)=\(escaped($1, also: [":", ","]))" }.joined(separator: ",")
        return "::\(finding.diagnostic.severity.rawValue) \(list)"
    }

    private static func message(of finding: Finding) -> String {
        let notes = finding.notes.map { note in
            let place = note.place.map { " (\($0.file):\($0.line):\($0.column))" } ?? ""
            return DiagnosticRenderer.escaped("note: \(note.message)\(place)")
        }
        let lines = [DiagnosticRenderer.escaped(finding.diagnostic.message)] + notes
        return escaped(lines.joined(separator: "\n"))
    }

    /// A property also has to escape what separates properties.
    private static func escaped(_ text: String, also separators: [Character] = []) -> String {
        let special: [Character] = ["%", "\r", "\n", "\r\n"] + separators
        return text.map { character in
            guard special.contains(character) else { return String(character) }
            return character.utf8.map { byte in
                let digits = String(byte, radix: 16, uppercase: true)
                return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }.joined()
        }.joined()
    }
}
